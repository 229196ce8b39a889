/** What lies under a point of the picture of a race. */
import type { Heat } from './heat';
import type { HeatBox } from './race-layout';

export interface RaceHit {
  readonly contestant: number;
  /** Row of its heat; null: between tasks. */
  readonly row: number | null;
}

/** @param heats of each box; undefined: it has not run yet */
export function hitRace(
  boxes: readonly HeatBox[],
  heats: readonly (Heat | undefined)[],
  endNs: number,
  x: number,
  y: number,
): RaceHit | null {
  const contestant = boxes.findIndex(
    (box) => x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height,
  );
  const box = boxes[contestant];
  if (box === undefined) return null;
  const heat = heats[contestant];
  return { contestant, row: heat === undefined ? null : rowAt(box, heat, endNs, x, y) };
}

function rowAt(box: HeatBox, heat: Heat, endNs: number, x: number, y: number): number | null {
  if (x < box.plotX || x > box.plotX + box.plotWidth) return null;
  if (y >= box.lanesY && y < box.lanesY + box.slots * box.laneHeight) {
    const slot = Math.floor((y - box.lanesY) / box.laneHeight);
    return runningAt(heat, slot, ((x - box.plotX) / box.plotWidth) * endNs);
  }
  for (const [top, order] of [
    [box.completedY, heat.completedOrder],
    [box.deliveredY, heat.deliveredOrder],
  ] as const) {
    if (y < top || y >= top + box.tapeHeight) continue;
    const place = Math.min(heat.tasks - 1, Math.floor(((x - box.plotX) / box.plotWidth) * heat.tasks));
    return order[place] ?? null;
  }
  return null;
}

function runningAt({ rows, workers, lengthNs }: Heat, slot: number, atNs: number): number | null {
  for (let row = 0; row < rows.length; row++) {
    if (workers[rows.worker[row] ?? 0]?.slot !== slot) continue;
    const begin = rows.begin[row] ?? Number.NaN;
    const end = rows.end[row] ?? Number.NaN;
    if (atNs >= begin && atNs <= (Number.isNaN(end) ? lengthNs : end)) return row;
  }
  return null;
}
