/** A run at a glance, a few pixels high: useful work in blue from the ground up, what the boundary cost on it. */
import { runDensity } from '../derive/run-density';
import { runExtent } from '../derive/run-extent';
import type { Facts } from '../store/facts';

/** In CSS pixels, and how many pixels of the picture make one of them. */
export const PICTURE = { width: 120, height: 40, scale: 2 } as const;

export interface PictureColours {
  readonly run: string;
  readonly boundary: string;
  readonly trouble: string;
}

const COLUMN_PX = 2;
const TOP = 4;
const TROUBLE_PX = 3;

/** @param ctx of a transparent canvas: whatever is behind it is its ground */
export function drawPicture(
  ctx: Pick<CanvasRenderingContext2D, 'fillStyle' | 'fillRect'>,
  facts: Facts,
  colours: PictureColours,
): void {
  const { width, height } = PICTURE;
  const { originNs, endNs } = runExtent(facts);
  // Workers boot before the call, all runs alike: that tells none from another.
  const startNs = facts.calledAt ?? originNs;
  const columns = width / COLUMN_PX;
  const nsPerPx = Math.max(1, endNs - startNs) / columns;
  const { run, boundary, trouble, slots } = runDensity(facts, { startNs, nsPerPx }, columns);
  const full = height - TOP;
  const heightOf = (share = 0): number => (share > 1e-6 ? Math.min(full, Math.max(1, (share / slots) * full)) : 0);
  for (let column = 0; column < columns; column++) {
    const x = column * COLUMN_PX;
    const work = heightOf(run[column]);
    const cost = Math.min(heightOf(boundary[column]), Math.max(1, full - work));
    ctx.fillStyle = colours.run;
    if (work > 0) ctx.fillRect(x, height - work, COLUMN_PX, work);
    ctx.fillStyle = colours.boundary;
    if (cost > 0) ctx.fillRect(x, Math.max(TOP, height - work - cost), COLUMN_PX, cost);
    ctx.fillStyle = colours.trouble;
    if (trouble[column] === 1) ctx.fillRect(x, 0, COLUMN_PX, TROUBLE_PX);
  }
}
