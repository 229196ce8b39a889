/**
 * Sorts rows by a number each. The upper half of a double decides almost always: a radix sort goes by it, and what it
 * leaves together is put in order by the whole number. A million rows take a quarter of a sort that compares.
 */

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
/** Stretches up to this length are sorted by insertion. */
const SHORT = 16;

/**
 * Stable: rows of the same key stay in their order. What is not known (NaN) comes last, whichever way is sorted.
 * @param rows what is sorted; left as it is
 * @param keys of the rows, in their order
 */
export function sortRows(rows: Uint32Array, keys: Float64Array, descending: boolean): Uint32Array {
  const places = new Uint32Array(keys.length);
  const known = knownFirst(keys, places);
  const { upper, order } = byUpperHalf(places.subarray(0, known), keys, descending);
  for (let from = 0, to = 1; to <= known; to++) {
    if (to < known && upper[to] === upper[from]) continue;
    if (to - from > 1) sortStretch(order.subarray(from, to), keys, descending ? -1 : 1);
    from = to;
  }
  places.set(order);
  for (let at = 0; at < places.length; at++) places[at] = rows[places[at] ?? 0] ?? 0;
  return places;
}

/** Places of all keys, in their order, those that are NaN last. @returns how many are not */
function knownFirst(keys: Float64Array, places: Uint32Array): number {
  let known = 0;
  for (let at = 0; at < keys.length; at++) if (!Number.isNaN(keys[at] ?? 0)) places[known++] = at;
  let next = known;
  for (let at = 0; at < keys.length; at++) if (Number.isNaN(keys[at] ?? 0)) places[next++] = at;
  return known;
}

interface Half {
  /** Sorted. */
  upper: Uint32Array;
  /** The places that go with them. */
  order: Uint32Array;
}

function byUpperHalf(places: Uint32Array, keys: Float64Array, descending: boolean): Half {
  let from: Half = { upper: upperHalves(places, keys, descending), order: places.slice() };
  let to: Half = { upper: new Uint32Array(places.length), order: new Uint32Array(places.length) };
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    // All have the same digit: nothing moves.
    const starts = digitStarts(from.upper, shift);
    if (starts === null) continue;
    for (let at = 0; at < places.length; at++) {
      const key = from.upper[at] ?? 0;
      const digit = (key >>> shift) & (DIGITS - 1);
      const next = starts[digit] ?? 0;
      starts[digit] = next + 1;
      to.upper[next] = key;
      to.order[next] = from.order[at] ?? 0;
    }
    [from, to] = [to, from];
  }
  return from;
}

/**
 * Doubles sort as unsigned numbers once the sign is turned round, and the rest of the negative ones.
 * Michael Herf, Radix Tricks, 2001. The upper half is the second word: every machine that Electron runs on is little-endian.
 */
function upperHalves(places: Uint32Array, keys: Float64Array, descending: boolean): Uint32Array {
  const words = new Uint32Array(keys.buffer, keys.byteOffset, keys.length * 2);
  const turn = descending ? -1 : 0;
  const upper = new Uint32Array(places.length);
  for (let at = 0; at < places.length; at++) {
    const word = words[(places[at] ?? 0) * 2 + 1] ?? 0;
    upper[at] = (word >>> 31 === 1 ? ~word : word ^ 0x80000000) ^ turn;
  }
  return upper;
}

function digitStarts(upper: Uint32Array, shift: number): Uint32Array | null {
  const starts = new Uint32Array(DIGITS);
  for (let at = 0; at < upper.length; at++) {
    const digit = ((upper[at] ?? 0) >>> shift) & (DIGITS - 1);
    starts[digit] = (starts[digit] ?? 0) + 1;
  }
  let start = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = starts[digit] ?? 0;
    if (count === upper.length) return null;
    starts[digit] = start;
    start += count;
  }
  return starts;
}

/** Places whose keys begin alike, in the order in which they were. */
function sortStretch(order: Uint32Array, keys: Float64Array, sign: 1 | -1): void {
  const key = (place: number): number => sign * (keys[place] ?? 0);
  let ascends = true;
  for (let at = 1; at < order.length && ascends; at++) ascends = key(order[at - 1] ?? 0) <= key(order[at] ?? 0);
  if (ascends) return;
  if (order.length > SHORT) {
    order.sort((a, b) => key(a) - key(b) || a - b);
    return;
  }
  for (let at = 1; at < order.length; at++) {
    const place = order[at] ?? 0;
    let to = at;
    for (; to > 0 && key(order[to - 1] ?? 0) > key(place); to--) order[to] = order[to - 1] ?? 0;
    order[to] = place;
  }
}
