/**
 * Exact quantiles of a million numbers without sorting them: they are counted in buckets, and only the buckets that
 * hold a wanted rank are sorted. A bucket is the upper half of a number as float32, which ascends with the number.
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
  const ranks = new Ranks(counts);
  // Definition 7 of Hyndman and Fan, as in the summary: between two neighbours in order.
  const positions = shares.map((share) => share * (count - 1));
  for (const position of positions) ranks.want(Math.floor(position)).want(Math.ceil(position));
  ranks.gather(values, bucketOf, length);
  const quantiles = positions.map((position) => {
    const low = ranks.at(Math.floor(position));
    return low + (position - Math.floor(position)) * (ranks.at(Math.ceil(position)) - low);
  });
  return { count, sum, min, max, quantiles };
}

interface Wanted {
  /** Numbers in buckets before this one. */
  readonly before: number;
  readonly numbers: Float64Array;
  filled: number;
}

/** The numbers at some ranks. */
class Ranks {
  private readonly wanted = new Map<number, Wanted>();

  constructor(private readonly counts: Uint32Array) {}

  want(rank: number): this {
    const { bucket, before } = this.find(rank);
    if (!this.wanted.has(bucket)) {
      this.wanted.set(bucket, { before, numbers: new Float64Array(this.counts[bucket] ?? 0), filled: 0 });
    }
    return this;
  }

  gather(values: Float64Array, bucketOf: Uint16Array, length: number): void {
    const isWanted = new Uint8Array(BUCKETS);
    for (const bucket of this.wanted.keys()) isWanted[bucket] = 1;
    for (let index = 0; index < length; index++) {
      const bucket = bucketOf[index] ?? 0;
      if (isWanted[bucket] === 0) continue;
      const value = values[index] ?? Number.NaN;
      const into = Number.isNaN(value) ? undefined : this.wanted.get(bucket);
      if (into !== undefined) into.numbers[into.filled++] = value;
    }
    for (const { numbers } of this.wanted.values()) {
      // Often all are equal: nothing to sort.
      if (numbers.some((number) => number !== numbers[0])) numbers.sort();
    }
  }

  at(rank: number): number {
    const { bucket, before } = this.find(rank);
    return this.wanted.get(bucket)?.numbers[rank - before] ?? Number.NaN;
  }

  private find(rank: number): { bucket: number; before: number } {
    let before = 0;
    let bucket = 0;
    while (bucket < BUCKETS && before + (this.counts[bucket] ?? 0) <= rank) before += this.counts[bucket++] ?? 0;
    return { bucket, before };
  }
}
