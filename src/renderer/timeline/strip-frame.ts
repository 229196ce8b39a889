/** Begins and ends the strip of a track: device pixels, background and grid lines. */
import type { StripSurface } from './pixel-strip';
import type { StripGrid } from './span-raster';
import type { Context2D, Frame } from './track';

/** Gives the shared strip the size of a track `height` CSS pixels high, its last line left to the track's border. */
function sizeStrip({ strip, scale, dpr }: Frame, height: number): void {
  strip.resize(Math.round(scale.right * dpr) - Math.round(scale.left * dpr), Math.round((height - 1) * dpr));
}

/** Clears the shared strip for a track `height` CSS pixels high. */
export function beginStrip(frame: Frame, height: number): StripGrid {
  const { strip, scale, dpr, theme } = frame;
  sizeStrip(frame, height);
  const { width } = strip;
  strip.fill(theme.paints.background);
  const grid = { startNs: scale.startNs, nsPerPx: (scale.endNs - scale.startNs) / Math.max(1, width), width, dpr };
  drawGrid(frame, grid, 0);
  return grid;
}

/** Clears what is later than the moment that is shown. */
export function hideLater(frame: Frame, grid: StripGrid): void {
  const { strip, asOfNs, theme } = frame;
  if (asOfNs === Number.POSITIVE_INFINITY) return;
  const from = stripX(grid, asOfNs);
  strip.rect(from, grid.width, 0, strip.height, theme.paints.background);
  drawGrid(frame, grid, from);
}

/** @param from column from which on there are lines */
function drawGrid({ strip, ticks, originNs, theme, dpr }: Frame, grid: StripGrid, from: number): void {
  for (const tick of ticks.at) {
    const x = stripX(grid, tick + originNs);
    strip.rect(Math.max(x, from), x + Math.max(1, Math.round(dpr)), 0, strip.height, theme.paints.grid);
  }
}

/**
 * Draws a track's strip as it was, or fills it where that no longer holds.
 * @param of what the strip shows; undefined: nothing that could be known again
 * @param fill begins and fills the strip; tells which spans it drew one by one
 * @returns what it told
 */
export function drawKept(
  ctx: Context2D,
  frame: Frame,
  { top, height }: { readonly top: number; readonly height: number },
  of: object | undefined,
  fill: () => readonly number[],
): readonly number[] {
  if (of === undefined || frame.kept === undefined) {
    const spans = fill();
    drawStrip(ctx, frame, top);
    return spans;
  }
  sizeStrip(frame, height);
  const { surface, spans } = frame.kept.surfaceOf(of, frame.strip, fill);
  drawStrip(ctx, frame, top, surface);
  return spans;
}

/** @param surface where the strip was put; left out: its own */
function drawStrip(ctx: Context2D, { strip, scale, dpr }: Frame, top: number, surface?: StripSurface): void {
  const x = Math.round(scale.left * dpr) / dpr;
  const y = Math.round(top * dpr) / dpr;
  if (surface === undefined) strip.draw(ctx, x, y, dpr);
  else strip.drawFrom(surface, ctx, x, y, dpr);
}

/** Column of a moment, kept near the strip: far beyond it pixel numbers would lose their meaning. */
export function stripX({ startNs, nsPerPx, width }: StripGrid, atNs: number): number {
  return Math.round(Math.min(Math.max((atNs - startNs) / nsPerPx, -8), width + 8));
}
