/**
 * What the workers of a run waited for, by cause: read from a sample of their gaps, as "Why idle?" reads a single one,
 * and scaled to the time that all of them waited.
 */
import type { Facts } from '../../store/facts';
import type { Gap } from '../../store/view';
import type { RunIndex } from '../run-index';
import type { Cause } from '../why-idle/answer';
import { gapContext } from '../why-idle/gap-context';
import { gapShares } from '../why-idle/gap-shares';
import { LaneGaps } from '../why-idle/lane-gaps';

export interface Waits {
  /** Time of all workers together that is down to any of these. */
  of(...causes: readonly Cause[]): number;
  /** The longest gaps that were looked at and are mostly down to any of these. */
  examples(...causes: readonly Cause[]): readonly Gap[];
}

/** Gaps that are looked at: enough for shares that are right to a few percent, in some ms. */
const MOST_GAPS = 400;
const LEAST_A_LANE = 8;
const MOST_EXAMPLES = 3;
/** What is no waiting of a worker that is there, or comes when nothing is left to do. */
const LEFT_OUT: ReadonlySet<Cause> = new Set([
  'booting',
  'replacement',
  'gone',
  'tail',
  'returning',
  'over',
  'exiting',
]);

export function waitsOf(
  facts: Facts,
  index: RunIndex,
  { from, to, waitNs }: { readonly from: number; readonly to: number; readonly waitNs: number },
): Waits {
  const sums = new Map<Cause, number>();
  const gaps: { readonly gap: Gap; readonly cause: Cause }[] = [];
  const each = Math.max(LEAST_A_LANE, Math.floor(MOST_GAPS / Math.max(1, index.order.length)));
  const lanes = index.order.slice(0, MOST_GAPS / LEAST_A_LANE);
  for (const worker of lanes) {
    for (const { gap, weight } of LaneGaps.of(facts, index, worker)?.sample(from, to, each) ?? []) {
      const context = gapContext(facts, index, gap);
      const shares = context === null ? [] : gapShares(context).filter(({ cause }) => !LEFT_OUT.has(cause));
      for (const { cause, ns } of shares) sums.set(cause, (sums.get(cause) ?? 0) + ns * weight);
      if (shares[0] !== undefined) gaps.push({ gap, cause: shares[0].cause });
    }
  }
  const sampled = [...sums.values()].reduce((total, ns) => total + ns, 0);
  const scale = sampled > 0 ? waitNs / sampled : 0;
  gaps.sort((a, b) => b.gap.endNs - b.gap.startNs - (a.gap.endNs - a.gap.startNs));
  return {
    of: (...causes) => causes.reduce((total, cause) => total + (sums.get(cause) ?? 0) * scale, 0),
    examples: (...causes) =>
      gaps
        .filter(({ cause }) => causes.includes(cause))
        .slice(0, MOST_EXAMPLES)
        .map(({ gap }) => gap),
  };
}
