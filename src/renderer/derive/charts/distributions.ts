/** How long each phase took, over a run or a stretch of it, and as bars on a logarithmic axis of time. */
import { PHASES, type Phase } from '../../../shared/phases';
import type { Facts } from '../../store/facts';
import { BINS, binOf, binStart, type DurationHistogram } from '../duration-histogram';
import { PhaseHistograms } from '../phase-histograms';
import { runIndexOf } from '../run-index';
import { perScope } from './per-scope';
import type { Scope } from './scope';

export interface Distribution {
  readonly phase: Phase;
  readonly histogram: DurationHistogram;
}

export interface Distributions {
  /** Of the phases that occur, in their order. */
  readonly phases: readonly Distribution[];
  readonly complete: boolean;
}

const ofScope = perScope(() => {
  const histograms = new PhaseHistograms();
  return {
    histograms,
    add(columns: Parameters<PhaseHistograms['addSettled']>[0], row: number): void {
      histograms.addSettled(columns, row);
      histograms.addDelivered(columns, row);
    },
  };
});

export function distributions(facts: Facts, scope: Scope): Distributions {
  if (scope === null) return { phases: occurring(runIndexOf(facts).phases), complete: true };
  const { counter, complete } = ofScope(facts, scope, null);
  return { phases: occurring(counter.histograms), complete };
}

function occurring(histograms: PhaseHistograms): Distribution[] {
  // Where nothing crosses a boundary, phases take no time at all: they do not occur.
  return PHASES.map((phase) => ({ phase, histogram: histograms.of(phase) })).filter(
    ({ histogram }) => histogram.sum > 0,
  );
}

export interface Bar {
  readonly group: number;
  /** [fromNs, toNs) */
  readonly fromNs: number;
  readonly toNs: number;
  readonly count: number;
}

/** How bins of a histogram are put together to bars. */
export interface Bars {
  /** A power of two up to that of the histogram's bins, 64. */
  readonly perDoubling: number;
  /** A power of two in ns: all that is shorter counts in the bar that begins here. */
  readonly floorNs: number;
}

/** Bars with something in them, from short to long; together they hold all. */
export function barsOf({ counts }: DurationHistogram, bars: Bars): Bar[] {
  const found = new Map<number, number>();
  for (let bin = 0; bin < BINS; bin++) {
    const count = counts[bin] ?? 0;
    if (count === 0) continue;
    const group = groupOf(binStart(bin), bars);
    found.set(group, (found.get(group) ?? 0) + count);
  }
  return [...found].map(([group, count]) => ({ group, count, ...edges(group, bars) }));
}

/** The bar that a length of time is counted in. */
export function groupOf(ns: number, { perDoubling, floorNs }: Bars): number {
  return Math.floor((Math.max(binOf(floorNs), binOf(ns)) - 1) / (BINS_PER_DOUBLING / perDoubling));
}
const BINS_PER_DOUBLING = 64;

function edges(group: number, { perDoubling }: Bars): { fromNs: number; toNs: number } {
  const bins = BINS_PER_DOUBLING / perDoubling;
  return { fromNs: binStart(1 + group * bins), toNs: binStart(1 + (group + 1) * bins) };
}
