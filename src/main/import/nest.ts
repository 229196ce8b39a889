/** Which slices lie in which: of one thread, sorted into rows, the outermost first. */
import { sortTimes } from './sort-times';

export interface Nested {
  /** Indexes of the slices: row by row, by time in each. */
  readonly order: Uint32Array;
  /** First of each row in `order`, and one more for the end of the last. */
  readonly rows: Uint32Array;
  /** Slices that end after the one that they begin in: they stand below it all the same. */
  readonly overlapping: number;
}

/** No call stack is as deep as that; what is deeper shares the last row and is not seen. */
const MOST_ROWS = 4096;

/** Begin and length are rounded apart by some tools: as much may stick out. */
const ROUNDED_NS = 2;

/** @param begin, end whole ns; ends are cut where they reach into a neighbour by rounding */
export function nest(begin: Float64Array, end: Float64Array): Nested {
  const sorted = sortTimes(begin, end);
  const depths = new Uint16Array(sorted.length);
  const counts: number[] = [];
  const openEnds: number[] = [];
  const open: number[] = [];
  const openDepths: number[] = [];
  let overlapping = 0;
  for (let place = 0; place < sorted.length; place++) {
    const index = sorted[place] ?? 0;
    const from = begin[index] ?? 0;
    const to = end[index] ?? 0;
    while (openEnds.length > 0) {
      const until = openEnds[openEnds.length - 1] ?? 0;
      if (until > from) {
        // One after the other, rounded into each other: they are neighbours.
        if (until - from > ROUNDED_NS || to <= until + ROUNDED_NS) break;
        end[open[open.length - 1] ?? 0] = from;
      }
      openEnds.pop();
      open.pop();
      openDepths.pop();
    }
    const { length } = openEnds;
    const depth = length === 0 ? 0 : Math.min(MOST_ROWS - 1, (openDepths[length - 1] ?? 0) + 1);
    if (length > 0 && to > (openEnds[length - 1] ?? 0) + ROUNDED_NS) overlapping++;
    openEnds.push(to);
    open.push(index);
    openDepths.push(depth);
    depths[place] = depth;
    counts[depth] = (counts[depth] ?? 0) + 1;
  }
  return { ...byRow(sorted, depths, counts), overlapping };
}

/** What overlaps, each on the first row that is free. */
export function pack(begin: Float64Array, end: Float64Array): Nested {
  const sorted = sortTimes(begin, end);
  const depths = new Uint16Array(sorted.length);
  const counts: number[] = [];
  const ends: number[] = [];
  for (let place = 0; place < sorted.length; place++) {
    const index = sorted[place] ?? 0;
    const from = begin[index] ?? 0;
    let row = ends.findIndex((until) => until <= from);
    if (row < 0) row = Math.min(ends.length, MOST_PACKED - 1);
    ends[row] = Math.max(ends[row] ?? 0, end[index] ?? 0);
    depths[place] = row;
    counts[row] = (counts[row] ?? 0) + 1;
  }
  return { ...byRow(sorted, depths, counts), overlapping: 0 };
}
const MOST_PACKED = 64;

function byRow(sorted: Uint32Array, depths: Uint16Array, counts: readonly number[]): Omit<Nested, 'overlapping'> {
  const rows = new Uint32Array(counts.length + 1);
  for (let row = 0; row < counts.length; row++) rows[row + 1] = (rows[row] ?? 0) + (counts[row] ?? 0);
  const next = rows.slice();
  const order = new Uint32Array(sorted.length);
  for (let place = 0; place < sorted.length; place++) {
    const row = depths[place] ?? 0;
    const at = next[row] ?? 0;
    order[at] = sorted[place] ?? 0;
    next[row] = at + 1;
  }
  return { order, rows };
}
