/** Several tasks beside each other: how long each phase took in each, and in which they differ most. */
import { PHASES, type Phase, phaseNanos } from '../../shared/phases';
import type { TaskColumns } from '../../shared/telemetry';

export interface PhaseComparison {
  readonly phase: Phase;
  /** Tasks that have come through the phase. */
  readonly count: number;
  /** ns; NaN where no task has come through. */
  readonly mean: number;
  readonly min: number;
  readonly max: number;
}

/** In the order of PHASES. One pass over the rows. */
export function compareTasks(columns: TaskColumns, rows: readonly number[]): PhaseComparison[] {
  return PHASES.map((phase) => {
    let [count, sum, min, max] = [0, 0, Number.NaN, Number.NaN];
    for (const row of rows) {
      const nanos = phaseNanos(columns, row, phase);
      if (Number.isNaN(nanos)) continue;
      count++;
      sum += nanos;
      if (!(nanos >= min)) min = nanos;
      if (!(nanos <= max)) max = nanos;
    }
    return { phase, count, mean: count === 0 ? Number.NaN : sum / count, min, max };
  });
}

/** The phases in which the tasks differ by the most time, the first by the most. @param most how many at most */
export function mostDifferent(phases: readonly PhaseComparison[], most: number): PhaseComparison[] {
  const spread = ({ min, max }: PhaseComparison): number => max - min;
  const largest = Math.max(0, ...phases.map((phase) => spread(phase) || 0));
  return phases
    .filter((phase) => phase.count > 1 && spread(phase) > 0 && spread(phase) >= largest / 10)
    .sort((a, b) => spread(b) - spread(a))
    .slice(0, most);
}
