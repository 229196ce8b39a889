/** How often lengths of time occur, in bins of equal width, on a log scale where they differ by much. */

export interface Bin {
  readonly from: number;
  /** Not in the bin, but for the last one. */
  readonly to: number;
  readonly count: number;
}

export interface Histogram {
  readonly bins: readonly Bin[];
  readonly log: boolean;
}

const LOG_FROM = 10;

/** @param length of the values that count; NaN among them does not. @param min @param max of the values */
export function histogramOf(values: Float64Array, length: number, min: number, max: number, count: number): Histogram {
  if (!(max >= min)) return { bins: [], log: false };
  // Below a nanosecond clocks tell nothing, and zero has no logarithm.
  const low = Math.max(1, min);
  const log = max / low >= LOG_FROM;
  const [from, to] = log ? [Math.log(low), Math.log(max)] : [min, max];
  const counts = new Uint32Array(to > from ? count : 1);
  const perBin = to > from ? (to - from) / count : 1;
  for (let index = 0; index < length; index++) {
    const value = values[index] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const position = ((log ? Math.log(Math.max(value, low)) : value) - from) / perBin;
    const bin = Math.min(counts.length - 1, Math.floor(position));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const edge = (bin: number): number => {
    if (bin === counts.length) return max;
    return bin === 0 ? min : log ? Math.exp(from + bin * perBin) : from + bin * perBin;
  };
  return { log, bins: Array.from(counts, (count, bin) => ({ from: edge(bin), to: edge(bin + 1), count })) };
}
