/**
 * How often a length of time occurs, in fixed bins whose width grows with the length: under 1.6 % of it, so that a
 * quantile read from the bins is as good as exact. Taking one in costs a few ns and no memory, however many there are.
 */

/** Each doubling of time is cut into this many bins of equal width. */
const PER_DOUBLING = 64;
/** 2 ** 46 ns are nearly 20 hours; what takes longer counts in the last bin. */
const DOUBLINGS = 46;
/** Bin 0 is [0, 1 ns); the others follow each other without a gap. */
export const BINS = 1 + PER_DOUBLING * DOUBLINGS;

/** The high half of a double holds its exponent and the first digits of its fraction: together they are the bin. */
const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);
const HIGH = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;
const EXPONENT_OF_ONE = 1023 * PER_DOUBLING;

/** The bin of a length of time in ns. */
export function binOf(ns: number): number {
  if (!(ns >= 1)) return 0;
  double[0] = ns;
  return Math.min(BINS - 1, ((halves[HIGH] ?? 0) >>> 14) - EXPONENT_OF_ONE + 1);
}

/** Where a bin begins, in ns; bin `BINS` begins where the last one ends. */
export function binStart(bin: number): number {
  if (bin <= 0) return 0;
  const at = bin - 1;
  return 2 ** Math.floor(at / PER_DOUBLING) * (1 + (at % PER_DOUBLING) / PER_DOUBLING);
}

export class DurationHistogram {
  /** How many, by bin. */
  readonly counts = new Uint32Array(BINS);
  count = 0;
  /** ns; NaN while there is none. */
  min = Number.NaN;
  max = Number.NaN;
  sum = 0;

  /** @param ns NaN is passed over: the phase did not come to its end */
  add(ns: number): void {
    if (Number.isNaN(ns)) return;
    const bin = binOf(ns);
    this.counts[bin] = (this.counts[bin] ?? 0) + 1;
    this.count++;
    this.sum += ns;
    if (!(ns >= this.min)) this.min = ns;
    if (!(ns <= this.max)) this.max = ns;
  }

  get mean(): number {
    return this.sum / this.count;
  }

  /** The length that a share of all do not exceed, to within its bin. @param share 0..1 @returns ns; NaN of none */
  quantile(share: number): number {
    const wanted = Math.min(Math.max(share * this.count, 0), this.count);
    let before = 0;
    for (let bin = 0; bin < BINS; bin++) {
      const here = this.counts[bin] ?? 0;
      if (here > 0 && before + here >= wanted) return this.inside(bin, (wanted - before) / here);
      before += here;
    }
    return this.max;
  }

  /** Which share of all is shorter, to within the bin of `ns`; 0..1. NaN of none. */
  shareBelow(ns: number): number {
    if (this.count === 0) return Number.NaN;
    if (ns <= this.min) return 0;
    if (ns > this.max) return 1;
    const own = binOf(ns);
    let below = 0;
    for (let bin = 0; bin < own; bin++) below += this.counts[bin] ?? 0;
    const from = Math.max(binStart(own), this.min);
    const to = Math.min(own === BINS - 1 ? this.max : binStart(own + 1), this.max);
    const part = to > from ? Math.min(1, (ns - from) / (to - from)) : 0;
    return (below + (this.counts[own] ?? 0) * part) / this.count;
  }

  /** A point of a bin, never outside of what there is. */
  private inside(bin: number, part: number): number {
    const from = binStart(bin);
    const to = bin === BINS - 1 ? this.max : binStart(bin + 1);
    return Math.min(Math.max(from + (to - from) * part, this.min), this.max);
  }
}
