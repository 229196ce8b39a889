/** Ranges of rows that have changed, put together: overlapping and touching ones become one. */

/** Half open. */
export interface RowRange {
  readonly first: number;
  readonly end: number;
}

/** Rows between two changed stretches that are cheaper to send again than to start another stretch for. */
const GAP = 16;

/** @returns ranges in ascending order that do not touch, covering at least those given */
export function mergeRanges(ranges: readonly RowRange[]): RowRange[] {
  const merged: RowRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.first - b.first)) {
    const last = merged.at(-1);
    if (last !== undefined && range.first <= last.end + GAP) {
      merged[merged.length - 1] = { first: last.first, end: Math.max(last.end, range.end) };
    } else merged.push(range);
  }
  return merged;
}
