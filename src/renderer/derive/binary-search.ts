/** Searching in ascending numbers. */

/** Index of the first element that is at least `value`; `length` when there is none. */
export function lowerBound(ascending: ArrayLike<number>, length: number, value: number, from = 0): number {
  let low = from;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first element that is greater than `value`; `length` when there is none. */
export function upperBound(ascending: ArrayLike<number>, length: number, value: number, from = 0): number {
  let low = from;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the ascending numbers lie in [from, to). */
export function countBetween(ascending: ArrayLike<number>, length: number, from: number, to: number): number {
  const first = lowerBound(ascending, length, from);
  return lowerBound(ascending, length, to, first) - first;
}
