/** Two runs figure by figure: what each came to, by how much they differ, and whether that is more than noise. */
import type { FigureId, Figures } from '../../../shared/run-figures';
import { spreadOf } from './spread';
import { judgeMedians, judgeRuns, type Verdict } from './verdict';

export interface FigureComparison {
  readonly id: FigureId;
  /** NaN where it is not known, or there is none. */
  readonly a: number;
  readonly b: number;
  /** a - b. */
  readonly difference: number;
  /** Of b; NaN where b is 0. */
  readonly relative: number;
  readonly verdict: Verdict;
}

/** What repeated runs of the two scenarios came to. */
export interface RepeatedFigures {
  readonly a: readonly Figures[];
  readonly b: readonly Figures[];
  /** Both runs are of one scenario, and `a` and `b` the same runs of it. */
  readonly sameScenario: boolean;
}

/** `runs`: the two runs on the timeline. `medians`: those of the repeated runs of each scenario. */
export type Basis = 'runs' | 'medians';

export function compareFigures(
  id: FigureId,
  runs: { readonly a: Figures; readonly b: Figures },
  repeated: RepeatedFigures,
  basis: Basis,
): FigureComparison {
  const [manyA, manyB] = [valuesOf(repeated.a, id), valuesOf(repeated.b, id)];
  const medians = basis === 'medians';
  const a = medians ? medianOf(manyA) : (runs.a[id] ?? Number.NaN);
  const b = medians ? medianOf(manyB) : (runs.b[id] ?? Number.NaN);
  const verdict = medians
    ? judgeMedians(manyA, manyB)
    : judgeRuns(a, b, repeated.sameScenario ? [manyA] : [manyA, manyB]);
  const difference = a - b;
  return { id, a, b, difference, relative: b === 0 ? Number.NaN : difference / b, verdict };
}

export function valuesOf(series: readonly Figures[], id: FigureId): number[] {
  return series.map((figures) => figures[id] ?? Number.NaN).filter((value) => !Number.isNaN(value));
}

function medianOf(values: readonly number[]): number {
  return spreadOf(values)?.median ?? Number.NaN;
}
