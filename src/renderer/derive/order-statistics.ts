/**
 * Exact quantiles of a million numbers without sorting them: they are counted in buckets, and only the buckets that
 * hold a wanted rank are looked into. A bucket is the upper half of a number as float32, which ascends with the number.
 */

export interface Distribution {
  /** Numbers that are known, that is not NaN. */
  readonly count: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
  /** One for each share that was asked for; NaN where there is no number. */
  readonly quantiles: readonly number[];
}

const BUCKETS = 1 << 16;
const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/** @param length of the values that count; NaN among them does not */
export function distributionOf(values: Float64Array, length: number, shares: readonly number[]): Distribution {
  const counts = new Uint32Array(BUCKETS);
  const bucketOf = new Uint16Array(length);
  let [count, sum, min, max] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let index = 0; index < length; index++) {
    const value = values[index] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    count++;
    sum += value;
    if (value < min) min = value;
    if (value > max) max = value;
    float[0] = value;
    // Clocks of two processes may differ by a little: what is below zero shares the first bucket.
    const bucket = value <= 0 ? 0 : (bits[0] ?? 0) >>> 15;
    bucketOf[index] = bucket;
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  if (count === 0) return { count, sum, min: Number.NaN, max: Number.NaN, quantiles: shares.map(() => Number.NaN) };
  // Definition 7 of Hyndman and Fan, as in the summary: between two neighbours in order.
  const positions = shares.map((share) => share * (count - 1));
  const ranks = positions.flatMap((position) => [Math.floor(position), Math.ceil(position)]);
  const found = new Map<number, number>();
  for (const part of gather(values, length, bucketOf, partsOf(counts, ranks, 0))) pick(part, found);
  const at = (rank: number): number => found.get(rank) ?? Number.NaN;
  const quantiles = positions.map((position) => {
    const low = at(Math.floor(position));
    return low + (position - Math.floor(position)) * (at(Math.ceil(position)) - low);
  });
  return { count, sum, min, max, quantiles };
}

/** The numbers of one bucket, and which ranks are wanted of them. */
interface Part {
  readonly bucket: number;
  /** Rank of the smallest of them. */
  readonly first: number;
  readonly ranks: number[];
  readonly numbers: Float64Array;
}

/** @param first rank of the smallest number of the first bucket */
function partsOf(counts: Uint32Array, ranks: readonly number[], first: number): Part[] {
  const parts: Part[] = [];
  let [bucket, before] = [0, first];
  for (const rank of [...ranks].sort((a, b) => a - b)) {
    while (before + (counts[bucket] ?? 0) <= rank && bucket < counts.length) before += counts[bucket++] ?? 0;
    const last = parts.at(-1);
    if (last?.bucket === bucket) last.ranks.push(rank);
    else parts.push({ bucket, first: before, ranks: [rank], numbers: new Float64Array(counts[bucket] ?? 0) });
  }
  return parts;
}

/** Fills the parts. */
function gather(values: Float64Array, length: number, bucketOf: Uint16Array, parts: Part[]): Part[] {
  const slots = new Uint8Array(BUCKETS);
  for (const [index, { bucket }] of parts.entries()) slots[bucket] = index + 1;
  const filled = parts.map(() => 0);
  for (let index = 0; index < length; index++) {
    const slot = slots[bucketOf[index] ?? 0] ?? 0;
    if (slot === 0) continue;
    const value = values[index] ?? Number.NaN;
    const part = parts[slot - 1];
    const at = filled[slot - 1] ?? 0;
    // A number that is not known has no bucket; its place says the first.
    if (part === undefined || Number.isNaN(value)) continue;
    part.numbers[at] = value;
    filled[slot - 1] = at + 1;
  }
  return parts;
}

/** So many numbers are sorted at once; more are put into bins first, as those of a phase that always takes as long. */
const FEW = 4096;

function pick({ numbers, ranks, first }: Part, into: Map<number, number>): void {
  const { length } = numbers;
  if (length <= FEW) {
    numbers.sort();
    for (const rank of ranks) into.set(rank, numbers[rank - first] ?? Number.NaN);
    return;
  }
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let index = 0; index < length; index++) {
    const number = numbers[index] ?? 0;
    if (number < min) min = number;
    if (number > max) max = number;
  }
  const perUnit = (BUCKETS - 1) / (max - min);
  // Equal, or too close to be told apart.
  if (!Number.isFinite(perUnit)) {
    for (const rank of ranks) into.set(rank, min);
    return;
  }
  const counts = new Uint32Array(BUCKETS);
  const binOf = new Uint16Array(length);
  for (let index = 0; index < length; index++) {
    const bin = Math.floor(((numbers[index] ?? 0) - min) * perUnit);
    binOf[index] = bin;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  for (const part of gather(numbers, length, binOf, partsOf(counts, ranks, first))) pick(part, into);
}
