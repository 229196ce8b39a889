/** Puts several sorted lists of rows in one order: what each worker completed becomes what the caller received. */

/** Numbers at the begin of an array that may be longer. */
export interface List {
  readonly array: Uint32Array;
  readonly length: number;
}

/** Each round merges from one into the other. What a batch of a live run needs is kept, more is not. */
const KEPT = 8192;
const kept = [new Uint32Array(KEPT), new Uint32Array(KEPT)] as const;

/**
 * @param lists each ascending by `key`
 * @returns all of them, ascending by `key`, valid until the next call; of equal keys those of earlier lists come first
 */
export function mergeSorted(lists: readonly List[], key: ArrayLike<number>): Uint32Array {
  const total = lists.reduce((sum, { length }) => sum + length, 0);
  let [source, target]: [Uint32Array, Uint32Array] =
    total <= KEPT ? [...kept] : [new Uint32Array(total), new Uint32Array(total)];
  /** Where each run of ascending rows ends; the first begins at 0. */
  let ends: number[] = [];
  let end = 0;
  for (const { array, length } of lists) {
    if (length === 0) continue;
    source.set(array.subarray(0, length), end);
    end += length;
    ends.push(end);
  }
  while (ends.length > 1) {
    const merged: number[] = [];
    for (let index = 0, begin = 0; index < ends.length; index += 2) {
      const middle = ends[index] ?? 0;
      const last = ends[index + 1] ?? middle;
      mergeTwo(source, target, begin, middle, last, key);
      merged.push(last);
      begin = last;
    }
    ends = merged;
    [source, target] = [target, source];
  }
  return source.subarray(0, total);
}

/** Merges `source` from `begin` to `middle` and from there to `end` into the same place of `target`. */
function mergeTwo(
  source: Uint32Array,
  target: Uint32Array,
  begin: number,
  middle: number,
  end: number,
  key: ArrayLike<number>,
): void {
  let i = begin;
  let j = middle;
  for (let out = begin; out < end; out++) {
    const x = source[i] ?? 0;
    const y = source[j] ?? 0;
    const takeX = j >= end || (i < middle && (key[x] ?? 0) <= (key[y] ?? 0));
    target[out] = takeX ? x : y;
    if (takeX) i++;
    else j++;
  }
}
