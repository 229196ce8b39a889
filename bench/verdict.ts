/** From the samples of a row to its ratios, and whether they meet their targets. */
import type { Comparison, Row, Target, Unit } from './rows/row';
import { pairedRatios, type Spread, spread } from './statistics';

/** Samples by key of their side, one a round; NaN where there is none. */
export type Samples = Readonly<Record<string, readonly number[]>>;

export interface Verdict {
  readonly label: string;
  readonly ratio: Spread;
  /** Key of the side that it was compared with; null: the value itself. */
  readonly to: string | null;
  readonly target: Target | null;
  /** null: there is nothing to meet. */
  readonly met: boolean | null;
}

/** @returns null where a side has no samples */
export function verdict(comparison: Comparison, samples: Samples, unit: Unit): Verdict | null {
  const { label, of, to, target = null } = comparison;
  const best = to.length === 0 ? null : bestOf(to, samples, unit);
  if (best === undefined) return null;
  const above = samples[of] ?? [];
  const ratios = best === null ? above.filter(Number.isFinite) : pairedRatios(above, samples[best] ?? []);
  if (ratios.length === 0) return null;
  const ratio = spread(ratios);
  return { label, ratio, to: best, target, met: target === null ? null : meets(ratio.median, target) };
}

export function verdicts(row: Row, samples: Samples): Verdict[] {
  return row.comparisons.flatMap((comparison) => verdict(comparison, samples, row.unit) ?? []);
}

/** The side with the best median: the most tasks, or the least time. */
function bestOf(keys: readonly string[], samples: Samples, unit: Unit): string | undefined {
  const measured = keys.filter((key) => samples[key]?.some(Number.isFinite));
  const sign = unit === 'tasks/s' ? -1 : 1;
  const rank = (key: string): number => sign * spread((samples[key] ?? []).filter(Number.isFinite)).median;
  return measured.sort((a, b) => rank(a) - rank(b))[0];
}

export function meets(value: number, target: Target): boolean {
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost;
}
