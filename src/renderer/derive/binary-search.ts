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

/** As upperBound, for a result that lies not far beyond `from`: costs the logarithm of the distance. */
export function upperBoundNear(ascending: ArrayLike<number>, length: number, value: number, from: number): number {
  let step = 1;
  while (from + step < length && (ascending[from + step] ?? 0) <= value) step *= 2;
  return upperBound(ascending, Math.min(length, from + step + 1), value, from);
}

/** As lowerBound, for a result that lies not far beyond `from`: costs the logarithm of the distance. */
export function lowerBoundNear(ascending: ArrayLike<number>, length: number, value: number, from: number): number {
  let step = 1;
  while (from + step < length && (ascending[from + step] ?? 0) < value) step *= 2;
  return lowerBound(ascending, Math.min(length, from + step + 1), value, from);
}

/** How many of the ascending numbers lie in [from, to). */
export function countBetween(ascending: ArrayLike<number>, length: number, from: number, to: number): number {
  const first = lowerBound(ascending, length, from);
  return lowerBound(ascending, length, to, first) - first;
}

/** As upperBound, for numbers that are computed: `keyOf` ascends. */
export function upperBoundBy(length: number, keyOf: (index: number) => number, value: number, from = 0): number {
  let low = from;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keyOf(middle) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** As lowerBound, for numbers that are computed: `keyOf` ascends. */
export function lowerBoundBy(length: number, keyOf: (index: number) => number, value: number, from = 0): number {
  let low = from;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keyOf(middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
