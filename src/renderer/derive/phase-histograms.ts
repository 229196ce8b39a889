/**
 * How long each phase takes over all rows of a run, as histograms that are kept up while rows settle: a fixed cost for
 * each new row, nothing kept for it. Where a task stands in its run, and how a phase is distributed, is read from here.
 */
import { INTERVALS, PHASES, type Phase } from '../../shared/phases';
import { MOMENTS, type TaskColumns } from '../../shared/telemetry';
import { DurationHistogram } from './duration-histogram';
import type { RunIndex } from './run-index';

/** The phase of each interval; interval i lasts from moment i to moment i + 1. */
const PHASE_OF = Uint8Array.from(INTERVALS, ({ phase }) => PHASES.indexOf(phase));
/** The last phase: it ends with the delivery, which comes later than the outcome. */
const ORDER_WAIT = PHASES.indexOf('orderWait');
const ORDER_WAITS = [...PHASE_OF.keys()].filter((interval) => PHASE_OF[interval] === ORDER_WAIT);

export class PhaseHistograms {
  private readonly all: readonly DurationHistogram[] = PHASES.map(() => new DurationHistogram());
  private readonly sums = new Float64Array(PHASES.length);
  private columns: TaskColumns | undefined;
  private moments: readonly Float64Array[] = [];

  of(phase: Phase): DurationHistogram {
    return this.all[PHASES.indexOf(phase)] ?? new DurationHistogram();
  }

  /** Takes in all phases of a row whose outcome is known, but for the last. A phase that was not finished is left out. */
  addSettled(columns: TaskColumns, row: number): void {
    const { all, sums } = this;
    this.read(columns, row);
    for (let phase = 0; phase < ORDER_WAIT; phase++) all[phase]?.add(sums[phase] ?? 0);
  }

  /** Reads no more than what the last phase is made of: by now the row has long left the processor's cache. */
  addDelivered(columns: TaskColumns, row: number): void {
    const moments = this.momentsOf(columns);
    let sum = 0;
    for (const interval of ORDER_WAITS) {
      sum += (moments[interval + 1]?.[row] ?? Number.NaN) - (moments[interval]?.[row] ?? Number.NaN);
    }
    this.all[ORDER_WAIT]?.add(sum);
  }

  private momentsOf(columns: TaskColumns): readonly Float64Array[] {
    if (columns !== this.columns) {
      this.columns = columns;
      this.moments = MOMENTS.map((moment) => columns[moment]);
    }
    return this.moments;
  }

  /** One pass over the moments of a row: this is done for each of a million. */
  private read(columns: TaskColumns, row: number): void {
    const moments = this.momentsOf(columns);
    const { sums } = this;
    for (let phase = 0; phase < sums.length; phase++) sums[phase] = 0;
    let at = moments[0]?.[row] ?? Number.NaN;
    for (let interval = 0; interval < PHASE_OF.length; interval++) {
      const next = moments[interval + 1]?.[row] ?? Number.NaN;
      const phase = PHASE_OF[interval] ?? 0;
      sums[phase] = (sums[phase] ?? 0) + (next - at);
      at = next;
    }
  }
}

/** How long a phase takes over all rows of the run that have come through it. */
export function histogramOf(index: RunIndex, phase: Phase): DurationHistogram {
  return index.phases.of(phase);
}
