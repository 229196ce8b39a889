/** How many chunks a worker may have in its pipe: enough that it never waits for the next one, no more than that. */
import { inFlightLimit, nextMeanChunk } from '../../shared/dispatch-rules';
import { WORKER_MOMENTS } from '../../shared/worker-protocol';

const STRIDE = WORKER_MOMENTS.length;

/** The mean time that recent chunks took in a worker. */
export class MeanChunk {
  private meanNs = Number.NaN;

  /** @param times WORKER_MOMENTS of a chunk's tasks */
  note(times: Float64Array): void {
    this.meanNs = nextMeanChunk(this.meanNs, lastEnd(times) - (times[0] ?? Number.NaN));
  }

  get inFlightLimit(): number {
    return inFlightLimit(this.meanNs);
  }
}

/** When the last task that ran had ended: those after it were skipped. */
function lastEnd(times: Float64Array): number {
  for (let at = times.length - 1; at >= 0; at -= STRIDE) {
    const end = times[at] ?? Number.NaN;
    if (!Number.isNaN(end)) return end;
  }
  return Number.NaN;
}
