/** The few numbers that stand for many samples. */

export interface Spread {
  readonly median: number;
  /** First and third quartile. */
  readonly low: number;
  readonly high: number;
}

/** Interpolated between the two nearest samples, as numpy and d3 do. NaN of nothing. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
}

export function spread(samples: readonly number[]): Spread {
  return { median: quantile(samples, 0.5), low: quantile(samples, 0.25), high: quantile(samples, 0.75) };
}

/**
 * Ratios round by round: what else the machine did in a round fell on both sides of it. A sample that is missing (NaN)
 * on either side takes its round out.
 */
export function pairedRatios(above: readonly number[], below: readonly number[]): number[] {
  const ratios = above.map((sample, round) => sample / (below[round] ?? Number.NaN));
  return ratios.filter((ratio) => Number.isFinite(ratio));
}
