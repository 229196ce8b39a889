/** The tasks of a lane from one to another: what a click with Shift selects. */
import type { RunData } from '../store/facts';
import { lowerBound } from './binary-search';
import { NO_ROW } from './row-cursor';
import type { RunIndex } from './run-index';

/** More are not outlined one by one; a range sums them up. */
export const MOST_BETWEEN = 2000;

/**
 * @returns rows from `from` to `to` in the order in which the worker ran them, backwards where `to` is earlier, at most
 * MOST_BETWEEN of them; none where they are not in the same lane
 */
export function rowsBetween({ table }: RunData, index: RunIndex, from: number, to: number): number[] {
  const { worker } = table.columns;
  const lane = index.lanes[worker[from] ?? 0];
  if (lane === undefined || worker[from] !== worker[to]) return [];
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const { array, length } = lane.rows;
  // The nearest to `from` are kept, so that what was selected first stays.
  const begin = lowerBound(array, length, low);
  const end = lowerBound(array, length, high + 1);
  const rows =
    from === low
      ? [...array.subarray(begin, Math.min(end, begin + MOST_BETWEEN))]
      : [...array.subarray(Math.max(begin, end - MOST_BETWEEN), end)];
  const current = lane.current();
  if (current !== NO_ROW && current >= low && current <= high && rows.length < MOST_BETWEEN) rows.push(current);
  return from === low ? rows : rows.reverse();
}
