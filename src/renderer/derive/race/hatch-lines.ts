/** Lines of a hatch within a rectangle, rising to the right: shapes, so that canvas and SVG draw the same. */

export type Line = readonly [x1: number, y1: number, x2: number, y2: number];

/** @param gap between lines along the x axis */
export function hatchLines(x: number, y: number, width: number, height: number, gap: number): readonly Line[] {
  const lines: Line[] = [];
  const right = x + width;
  const bottom = y + height;
  // Each line is that of all points with px + py = sum. They keep their places when the rectangle grows.
  for (let sum = Math.ceil((x + y) / gap) * gap; sum < right + bottom; sum += gap) {
    const x1 = Math.max(x, sum - bottom);
    const x2 = Math.min(right, sum - y);
    if (x2 > x1) lines.push([x1, sum - x1, x2, sum - x2]);
  }
  return lines;
}
