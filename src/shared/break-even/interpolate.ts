/** Straight lines between measured points, and on beyond the last one at the slope that it was reached with. */

/** @param points at least one, ascending in x @returns y at x, never below 0 */
export function interpolate<Point>(
  points: readonly Point[],
  xOf: (point: Point) => number,
  yOf: (point: Point) => number,
  x: number,
): number {
  const [first] = points;
  if (first === undefined) return Number.NaN;
  if (points.length === 1 || x <= xOf(first)) return yOf(first);
  let after = points.findIndex((point) => xOf(point) >= x);
  if (after === -1) after = points.length - 1;
  const low = points[after - 1] ?? first;
  const high = points[after] ?? first;
  const share = (x - xOf(low)) / (xOf(high) - xOf(low));
  return Math.max(0, yOf(low) + share * (yOf(high) - yOf(low)));
}
