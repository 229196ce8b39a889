/** How much a figure differs from run to run of one scenario: median, quartiles, and one number for its noise. */
import { quantileSorted } from 'd3';

export interface Spread {
  readonly count: number;
  readonly median: number;
  /** First and third quartile: half of the runs lie between them. */
  readonly q1: number;
  readonly q3: number;
  readonly min: number;
  readonly max: number;
}

/** @param values NaN is passed over. @returns null where there is none */
export function spreadOf(values: readonly number[]): Spread | null {
  const sorted = known(values).sort((a, b) => a - b);
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) return null;
  const at = (share: number): number => quantileSorted(sorted, share) ?? Number.NaN;
  return { count: sorted.length, median: at(0.5), q1: at(0.25), q3: at(0.75), min, max };
}

/** What a normal distribution's standard deviation is of its median absolute deviation, and of its interquartile range. */
const OF_MAD = 1.4826;
const OF_IQR = 1 / 1.349;

/**
 * The standard deviation of runs around the median of their own scenario, from the median absolute deviation and the
 * interquartile range of all series together, whichever is larger: one slow run among many does not move it, and few runs
 * that happen to lie close do not make it small.
 * @param series of one scenario each
 */
export function noiseOf(series: readonly (readonly number[])[]): number {
  const spreads = series.map(spreadOf).filter((spread) => spread !== null);
  const distances = series.flatMap((values, index) => {
    const middle = spreads[index]?.median ?? Number.NaN;
    return known(values).map((value) => Math.abs(value - middle));
  });
  if (spreads.length === 0) return Number.NaN;
  const count = distances.length / spreads.length;
  // Of few runs the median absolute deviation is too small: Croux and Rousseeuw, COMPSTAT 1992.
  const fromMad = OF_MAD * (count / Math.max(0.2, count - 0.8)) * (spreadOf(distances)?.median ?? Number.NaN);
  const fromIqr = (spreads.reduce((sum, { q1, q3 }) => sum + q3 - q1, 0) / spreads.length) * OF_IQR;
  const noise = Math.max(fromMad, fromIqr);
  if (noise > 0) return noise;
  // More than half of the runs agree to the last digit, as counts do: then the whole range is what there is of noise.
  return Math.max(...spreads.map(({ min, max }) => max - min)) / 2;
}

function known(values: readonly number[]): number[] {
  return values.filter((value) => !Number.isNaN(value));
}
