/** How many chunks a worker may have in its pipe: enough that it never waits for the next one, no more than that. */
import { WORKER_MOMENTS } from '../../shared/worker-protocol';

/** Chunks shorter than this are over before the next one could arrive. */
const ROUND_TRIP_NS = 1e6;
/** Of the smallest chunks, so many make up a round trip. They share a message. */
export const MOST_IN_FLIGHT = 256;
const STRIDE = WORKER_MOMENTS.length;

/** The mean time that recent chunks took in a worker. */
export class MeanChunk {
  private meanNs = Number.NaN;

  /** @param times WORKER_MOMENTS of a chunk's tasks */
  note(times: Float64Array): void {
    const chunkNs = lastEnd(times) - (times[0] ?? Number.NaN);
    if (Number.isNaN(chunkNs)) return;
    const mean = Number.isNaN(this.meanNs) ? chunkNs : this.meanNs;
    // Quick to believe that chunks have become long: one that waits behind a long one waits for all of it.
    const weight = chunkNs > mean ? 0.5 : 0.1;
    this.meanNs = mean * (1 - weight) + chunkNs * weight;
  }

  get inFlightLimit(): number {
    return inFlightLimit(this.meanNs);
  }
}

/**
 * Long chunks: 1, so that a free worker gets the next one and a dead worker takes little with it. Short ones: as many
 * as fit into a round trip, so that the pipe is never empty.
 * @param meanChunkNs mean time that recent chunks took in a worker; NaN before the first
 */
export function inFlightLimit(meanChunkNs: number): number {
  if (Number.isNaN(meanChunkNs) || meanChunkNs >= 2 * ROUND_TRIP_NS) return 1;
  return Math.min(MOST_IN_FLIGHT, 1 + Math.ceil(ROUND_TRIP_NS / Math.max(1, meanChunkNs)));
}

/** When the last task that ran had ended: those after it were skipped. */
function lastEnd(times: Float64Array): number {
  for (let at = times.length - 1; at >= 0; at -= STRIDE) {
    const end = times[at] ?? Number.NaN;
    if (!Number.isNaN(end)) return end;
  }
  return Number.NaN;
}
