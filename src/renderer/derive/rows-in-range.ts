/** Which rows ran, at least partly, in a stretch of time. Costs the rows of that stretch, not those of the run. */
import type { Facts } from '../store/facts';
import type { Range } from '../store/view';
import type { LaneIndex } from './lane-index';
import { NO_ROW } from './row-cursor';
import { runIndexOf } from './run-index';

/** Lanes of the workers that a range takes in. */
export function lanesInRange(facts: Facts, { workers }: Pick<Range, 'workers'>): LaneIndex[] {
  const { lanes } = runIndexOf(facts);
  const wanted = workers === null ? lanes : workers.map((worker) => lanes[worker]);
  return wanted.filter((lane) => lane !== undefined);
}

/** @returns rows in ascending order: read in that order, columns are read from end to end */
export function rowsInRange(facts: Facts, range: Range): Uint32Array {
  const { table } = facts.data;
  const marks = new Uint8Array(table.length);
  let [low, high, count] = [table.length, 0, 0];
  for (const lane of lanesInRange(facts, range)) {
    const { first, end } = spansIn(lane, range);
    const { array } = lane.rows;
    for (let span = first; span < end; span++) {
      const row = array[span] ?? 0;
      marks[row] = 1;
      if (row < low) low = row;
      if (row > high) high = row;
    }
    count += end - first;
    const current = runningIn(facts, lane, range);
    if (current === NO_ROW) continue;
    marks[current] = 1;
    [low, high, count] = [Math.min(low, current), Math.max(high, current), count + 1];
  }
  const rows = new Uint32Array(count);
  const { runBegin } = table.columns;
  let found = 0;
  for (let row = low; row <= high; row++) {
    // What was lost or failed before its run did not run.
    if (marks[row] === 1 && !Number.isNaN(runBegin[row] ?? Number.NaN)) rows[found++] = row;
  }
  return rows.subarray(0, found);
}

/** How many rows ran in a range: a search for each lane, for while it is dragged. */
export function countInRange(facts: Facts, range: Range): number {
  let count = 0;
  for (const lane of lanesInRange(facts, range)) {
    const { first, end } = spansIn(lane, range);
    count += end - first + (runningIn(facts, lane, range) === NO_ROW ? 0 : 1);
  }
  return count;
}

/** Spans of a lane whose run overlaps the range: [first, end). */
function spansIn({ work }: LaneIndex, { startNs, endNs }: Range): { first: number; end: number } {
  let first = work.firstEndingAfter(startNs);
  // A span may reach into the range with its dumps alone, or, at the other end, with its loads.
  while (first < work.length && (work.momentsOf(first)[2] ?? 0) <= startNs) first++;
  let end = Math.max(first, work.firstEndingAfter(endNs));
  while (end < work.length && (work.momentsOf(end)[1] ?? 0) < endNs) end++;
  while (end > first && (work.momentsOf(end - 1)[1] ?? 0) >= endNs) end--;
  return { first, end };
}

/** The row that a worker is at, when it has run in the range. */
function runningIn({ data, now }: Facts, lane: LaneIndex, { startNs, endNs }: Range): number {
  const row = lane.current();
  if (row === NO_ROW) return NO_ROW;
  const runBegin = data.table.columns.runBegin[row] ?? Number.NaN;
  const runEnd = data.table.columns.runEnd[row] || now;
  return runBegin < endNs && runEnd > startNs ? row : NO_ROW;
}
