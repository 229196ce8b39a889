/** The statistics of the range for React: once when it has come to rest, and now and then while the run is live. */
import { useMemo } from 'react';
import { type RangeStatistics, rangeStatistics } from '../derive/range-statistics';
import type { Facts } from '../store/facts';
import type { Range } from '../store/view';

/** Up to so many rows a range is counted again each second of a live run, beyond that each ten. */
const FEW_ROWS = 100_000;

/** @param range null: none, or one that is still being dragged */
export function useRangeStatistics(facts: Facts, range: Range | null): RangeStatistics | null {
  const period = facts.data.table.length <= FEW_ROWS ? 1e9 : 10e9;
  const live = facts.ended === null;
  const at = live ? Math.floor(facts.now / period) : facts.revision;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `at` says when the facts have changed enough
  return useMemo(() => (range === null ? null : rangeStatistics(facts, range)), [facts.data, at, live, range]);
}
