/** Everything that is said of two runs that stand side by side. */

import { PHASES, type Phase } from '../../../shared/phases';
import { type FigureId, type Figures, MEASURES, type Measure, RUN_FIGURES } from '../../../shared/run-figures';
import type { Scenario } from '../../../shared/scenario';
import type { Compare, Series } from '../../store/compare';
import type { Facts } from '../../store/facts';
import { type Basis, compareFigures, type FigureComparison, type RepeatedFigures } from './compare-figures';
import { figuresOf } from './figures-of';
import { type FieldDifference, sameScenario, scenarioDifferences, scenarioKey } from './scenario-differences';

export interface Comparison {
  readonly figuresA: Figures;
  readonly figuresB: Figures;
  /** null: one of the two has no scenario to be compared. */
  readonly differences: readonly FieldDifference[] | null;
  readonly repeated: RepeatedFigures;
  /** What the figures below are of. */
  readonly basis: Basis;
  /** Whether there are medians to choose. */
  readonly hasMedians: boolean;
}

/** @returns null while one of the two has not ended, or is not there */
export function comparisonOf(
  a: Facts,
  b: Facts,
  { series, basis }: Pick<Compare, 'series' | 'basis'>,
): Comparison | null {
  const [figuresA, figuresB] = [figuresOf(a), figuresOf(b)];
  if (figuresA === null || figuresB === null) return null;
  const [inA, inB] = [a.started?.scenario ?? null, b.started?.scenario ?? null];
  const [runsA, runsB] = [seriesOf(series, inA)?.runs ?? [], seriesOf(series, inB)?.runs ?? []];
  const same = inA !== null && inB !== null && sameScenario(inA, inB);
  const hasMedians = !same && runsA.length > 0 && runsB.length > 0;
  return {
    figuresA,
    figuresB,
    differences: inA === null || inB === null ? null : differencesOf(inA, inB),
    repeated: { a: runsA, b: runsB, sameScenario: same },
    basis: hasMedians ? (basis ?? 'medians') : 'runs',
    hasMedians,
  };
}

export function seriesOf(series: Compare['series'], scenario: Scenario | null): Series | undefined {
  return scenario === null ? undefined : series.get(scenarioKey(scenario));
}

let last: { a: Scenario; b: Scenario; found: readonly FieldDifference[] } | null = null;

/** Made once for the two. */
function differencesOf(a: Scenario, b: Scenario): readonly FieldDifference[] {
  if (last === null || last.a !== a || last.b !== b) last = { a, b, found: scenarioDifferences(a, b) };
  return last.found;
}

export function figureRow({ figuresA, figuresB, repeated, basis }: Comparison, id: FigureId): FigureComparison {
  return compareFigures(id, { a: figuresA, b: figuresB }, repeated, basis);
}

/** Slots whose busy share is listed one by one. */
const MOST_SLOTS = 32;

/** Figures of the run as a whole that at least one of the runs has, busy shares slot by slot last. */
export function plainFigures(some: readonly Figures[]): FigureId[] {
  const known = (id: FigureId): boolean => some.some((figures) => !Number.isNaN(figures[id] ?? Number.NaN));
  const slots = Array.from({ length: MOST_SLOTS }, (_, slot): FigureId => `busy.${slot}`);
  return [...RUN_FIGURES, ...slots].filter(known);
}

/** One measure of every phase that tasks of at least one of the runs came through. */
export function phaseFigures(some: readonly Figures[], measure: Measure): { phase: Phase; id: FigureId }[] {
  return PHASES.map((phase) => ({ phase, id: `${phase}.${measure}` as const })).filter(({ id }) =>
    some.some((figures) => figures[id] !== undefined),
  );
}

export const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  total: 'Total',
  mean: 'Mean',
  p50: 'Median',
  p95: '95 %',
};
export const measureChoices = MEASURES.map((value) => ({ value, text: MEASURE_WORDS[value] }));
