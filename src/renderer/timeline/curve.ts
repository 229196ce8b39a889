/**
 * A curve from one point to another that leaves and arrives upright, as points along it. Only what lies between two
 * edges is told: far beyond them a canvas loses precision.
 */

export type Point = readonly [x: number, y: number];

const STEPS = 16;
/** Halvings when an edge is looked for: to well below a pixel of a curve a million pixels long. */
const HALVINGS = 30;

/** @returns none when the curve lies beyond an edge, or when a point is missing (NaN) */
export function curvePoints([x0, y0]: Point, [x1, y1]: Point, left: number, right: number): Point[] {
  if (Number.isNaN(x0 + y0 + x1 + y1)) return [];
  if (Math.max(x0, x1) < left || Math.min(x0, x1) > right) return [];
  // A Bézier curve whose inner points lie at half the height: x ascends or descends all the way, and so does y.
  const xAt = (t: number): number => x0 + (x1 - x0) * (3 * t * t - 2 * t * t * t);
  const yAt = (t: number): number => y0 + (y1 - y0) * (1.5 * t - 1.5 * t * t + t * t * t);
  const ascending = x1 >= x0;
  const inside = (x: number): boolean => x >= left && x <= right;
  const start = inside(x0) ? 0 : partAt(xAt, ascending ? left : right, ascending);
  const end = inside(x1) ? 1 : partAt(xAt, ascending ? right : left, ascending);
  return Array.from({ length: STEPS + 1 }, (_, step): Point => {
    const t = start + ((end - start) * step) / STEPS;
    // At its ends exactly where it begins and ends.
    return t === 0 ? [x0, y0] : t === 1 ? [x1, y1] : [xAt(t), yAt(t)];
  });
}

/** How far along the curve an edge is that lies between its ends. */
function partAt(xAt: (t: number) => number, edge: number, ascending: boolean): number {
  let low = 0;
  let high = 1;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (ascending ? xAt(middle) < edge : xAt(middle) > edge) low = middle;
    else high = middle;
  }
  return high;
}
