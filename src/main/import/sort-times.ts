/** The order of times, as indexes: earlier ones first, of those that begin together the longest. Linear in their number. */

const BITS = 11;
const SIZE = 2 ** BITS;

/** @param begin, end whole numbers */
export function sortTimes(begin: Float64Array, end: Float64Array): Uint32Array {
  const { length } = begin;
  const order = new Uint32Array(length);
  for (let index = 0; index < length; index++) order[index] = index;
  if (isSorted(begin, end)) return order;
  return fixTies(radixSort(order, begin), begin, end);
}

function isSorted(begin: Float64Array, end: Float64Array): boolean {
  for (let index = 1; index < begin.length; index++) {
    const [last, here] = [begin[index - 1] ?? 0, begin[index] ?? 0];
    if (here < last || (here === last && (end[index] ?? 0) > (end[index - 1] ?? 0))) return false;
  }
  return true;
}

/** By the lowest digit first; each pass keeps the order of the one before. */
function radixSort(order: Uint32Array<ArrayBuffer>, keys: Float64Array): Uint32Array<ArrayBuffer> {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const key of keys) {
    if (key < lowest) lowest = key;
    if (key > highest) highest = key;
  }
  let from = order;
  let to = new Uint32Array(order.length);
  const counts = new Uint32Array(SIZE + 1);
  for (let unit = 1; highest - lowest >= unit; unit *= SIZE) {
    counts.fill(0);
    for (const index of from) {
      const digit = Math.floor(((keys[index] ?? 0) - lowest) / unit) % SIZE;
      counts[digit + 1] = (counts[digit + 1] ?? 0) + 1;
    }
    for (let digit = 0; digit < SIZE; digit++) counts[digit + 1] = (counts[digit + 1] ?? 0) + (counts[digit] ?? 0);
    for (const index of from) {
      const digit = Math.floor(((keys[index] ?? 0) - lowest) / unit) % SIZE;
      to[counts[digit] ?? 0] = index;
      counts[digit] = (counts[digit] ?? 0) + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}

function fixTies(order: Uint32Array, begin: Float64Array, end: Float64Array): Uint32Array {
  for (let first = 0, last = 0; first < order.length; first = last) {
    const at = begin[order[first] ?? 0];
    for (last = first + 1; last < order.length && begin[order[last] ?? 0] === at; ) last++;
    // Stable: of those that are the same the first one in the file is the outer one.
    if (last - first > 1) order.subarray(first, last).sort((a, b) => (end[b] ?? 0) - (end[a] ?? 0) || a - b);
  }
  return order;
}
