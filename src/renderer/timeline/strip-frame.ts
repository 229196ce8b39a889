/** Begins and ends the strip of a track: device pixels, background and grid lines. */
import type { StripGrid } from './span-raster';
import type { Context2D, Frame } from './track';

/** Clears the shared strip for a track `height` CSS pixels high, its last line left to the track's border. */
export function beginStrip(frame: Frame, height: number): StripGrid {
  const { strip, scale, dpr, theme, ticks, originNs } = frame;
  const left = Math.round(scale.left * dpr);
  const width = Math.round(scale.right * dpr) - left;
  strip.resize(width, Math.round((height - 1) * dpr));
  strip.fill(theme.paints.background);
  const grid = { startNs: scale.startNs, nsPerPx: (scale.endNs - scale.startNs) / Math.max(1, width), width, dpr };
  for (const tick of ticks.at) {
    const x = stripX(grid, tick + originNs);
    strip.rect(x, x + Math.max(1, Math.round(dpr)), 0, strip.height, theme.paints.grid);
  }
  return grid;
}

export function drawStrip(ctx: Context2D, { strip, scale, dpr }: Frame, top: number): void {
  strip.draw(ctx, Math.round(scale.left * dpr) / dpr, Math.round(top * dpr) / dpr, dpr);
}

/** Column of a moment, kept near the strip: far beyond it pixel numbers would lose their meaning. */
export function stripX({ startNs, nsPerPx, width }: StripGrid, atNs: number): number {
  return Math.round(Math.min(Math.max((atNs - startNs) / nsPerPx, -8), width + 8));
}
