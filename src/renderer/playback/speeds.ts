/** How fast a run may be replayed. Speeds are chosen by name, or by how long the whole run shall take. */

/** Ascending. A run of 50 ms is watched at a thousandth, one of an hour at a hundred times. */
export const SPEEDS = [
  0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 25, 100,
] as const;

/** The whole run in so many seconds. */
export const FITS_S = [10, 30, 60] as const;

const SLOWEST = 1e-6;
const FASTEST = 1e4;

/** The speed at which a stretch takes so long. */
export function speedToFit(lengthNs: number, seconds: number): number {
  return Math.min(Math.max(lengthNs / 1e9 / seconds, SLOWEST), FASTEST);
}

/** What a person sees first: as it was, where that can be followed; short runs are slowed down to ten seconds. */
export function firstSpeed(lengthNs: number): number {
  return Math.min(1, speedToFit(lengthNs, FITS_S[0]));
}

export function fasterThan(speed: number): number {
  return SPEEDS.find((candidate) => candidate > speed * (1 + 1e-9)) ?? Math.max(speed, SPEEDS.at(-1) ?? 1);
}

export function slowerThan(speed: number): number {
  return SPEEDS.findLast((candidate) => candidate < speed * (1 - 1e-9)) ?? Math.min(speed, SPEEDS[0]);
}

/** `0.25×`, `0.0412×`, `100×`. */
export function speedText(speed: number): string {
  return `${Number(speed.toPrecision(3))}×`;
}
