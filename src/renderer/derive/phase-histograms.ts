/**
 * How long each phase takes over all rows of a run, as histograms that are kept up while rows settle: a fixed cost for
 * each new row, nothing kept for it. Where a task stands in its run, and how a phase is distributed, is read from here.
 */
import { INTERVALS, PHASES, type Phase } from '../../shared/phases';
import { MOMENTS, type TaskColumns } from '../../shared/telemetry';
import { DurationHistogram } from './duration-histogram';
import type { RunIndex } from './run-index';

/** Of each phase, the positions in MOMENTS where its intervals begin; each ends at the moment that follows. */
const BEGINS: readonly (readonly number[])[] = PHASES.map((phase) =>
  INTERVALS.filter((interval) => interval.phase === phase).map(({ from }) => MOMENTS.indexOf(from)),
);
/** The last phase: it ends with the delivery, which comes later than the outcome. */
const ORDER_WAIT = PHASES.indexOf('orderWait');

export class PhaseHistograms {
  private readonly all: readonly DurationHistogram[] = PHASES.map(() => new DurationHistogram());
  private columns: TaskColumns | undefined;
  private moments: readonly Float64Array[] = [];

  of(phase: Phase): DurationHistogram {
    return this.all[PHASES.indexOf(phase)] ?? new DurationHistogram();
  }

  /** Takes in all phases of a row whose outcome is known, but for the last. A phase that was not finished is left out. */
  addSettled(columns: TaskColumns, row: number): void {
    for (let phase = 0; phase < ORDER_WAIT; phase++) this.add(columns, row, phase);
  }

  addDelivered(columns: TaskColumns, row: number): void {
    this.add(columns, row, ORDER_WAIT);
  }

  private add(columns: TaskColumns, row: number, phase: number): void {
    if (columns !== this.columns) {
      this.columns = columns;
      this.moments = MOMENTS.map((moment) => columns[moment]);
    }
    const { moments } = this;
    let ns = 0;
    for (const begin of BEGINS[phase] ?? []) {
      ns += (moments[begin + 1]?.[row] ?? Number.NaN) - (moments[begin]?.[row] ?? Number.NaN);
    }
    this.all[phase]?.add(ns);
  }
}

/** How long a phase takes over all rows of the run that have come through it. */
export function histogramOf(index: RunIndex, phase: Phase): DurationHistogram {
  return index.phases.of(phase);
}
