/**
 * Fills a strip with a series of spans. Spans wide enough to be seen are drawn one by one with sharp edges; where they
 * are narrower, each column is a stack of the shares that the parts take of its time. Nothing is left out: what is
 * there at all gets at least one pixel.
 */
import { pixelColumns } from '../derive/pixel-columns';
import type { SpanSeries } from '../derive/span-series';
import type { PixelStrip } from './pixel-strip';
import { drawStacks, stackHeight } from './stack-columns';
import type { Layer } from './strip-layer';

/** Time along the strip, in device pixels. */
export interface StripGrid {
  readonly startNs: number;
  readonly nsPerPx: number;
  readonly width: number;
  readonly dpr: number;
}

/** More spans than this share of the pixels are not looked at one by one. */
const MAX_SPANS = 1 / 3;

let shares = new Float32Array(0);
const wide: number[] = [];

/**
 * @param columnPx in CSS pixels: narrower spans are merged, into columns of this width
 * @returns spans drawn one by one, in order; valid until the next call
 */
export function rasterSpans(
  strip: PixelStrip,
  grid: StripGrid,
  series: SpanSeries,
  layers: readonly Layer[],
  columnPx = 2,
): readonly number[] {
  wide.length = 0;
  if (series.length === 0) return wide;
  const { startNs, nsPerPx, width } = grid;
  const column = Math.max(1, Math.round(columnPx * grid.dpr));
  const columns = Math.ceil(width / column);
  const first = series.firstEndingAfter(startNs);
  const last = Math.min(series.length - 1, series.firstEndingAfter(startNs + width * nsPerPx));
  if (last - first >= width * MAX_SPANS) {
    stackColumns(strip, grid, series, layers, column, 0, columns);
    return wide;
  }
  let from = -1;
  let to = -1;
  for (let span = first; span <= last; span++) {
    const moments = series.momentsOf(span);
    const x0 = ((moments[0] ?? 0) - startNs) / nsPerPx;
    const x1 = ((moments[series.parts] ?? 0) - startNs) / nsPerPx;
    if (x1 - x0 >= column) {
      wide.push(span);
      continue;
    }
    if (Math.floor(x0 / column) > to) {
      stackColumns(strip, grid, series, layers, column, from, to);
      from = Math.floor(x0 / column);
    }
    to = Math.max(to, Math.floor(x1 / column) + 1);
  }
  stackColumns(strip, grid, series, layers, column, from, Math.min(to, columns));
  for (const layer of layers) if (layer.mergedOnly !== true) drawWide(strip, grid, series, layer);
  return wide;
}

function drawWide(strip: PixelStrip, { startNs, nsPerPx }: StripGrid, series: SpanSeries, layer: Layer): void {
  const { y0, y1 } = layer.band;
  let previousEnd = Number.NEGATIVE_INFINITY;
  for (const span of wide) {
    const moments = series.momentsOf(span);
    for (let part = 0; part < series.parts; part++) {
      const paint = layer.paints[part];
      const x0 = ((moments[part] ?? 0) - startNs) / nsPerPx;
      const x1 = ((moments[part + 1] ?? 0) - startNs) / nsPerPx;
      if (paint === null || paint === undefined || x1 <= x0) continue;
      if (Math.round(x1) > Math.round(x0)) strip.rect(Math.round(x0), Math.round(x1), y0, y1, paint);
      else {
        // Too short for a column of its own: as much of one as is its share.
        const x = part === 0 ? Math.round(x0) : Math.round(x0) - 1;
        strip.rect(x, x + 1, y0, y0 + stackHeight(x1 - x0, layer.band, strip.leastLines), paint);
      }
    }
    const begin = Math.round(((moments[0] ?? 0) - startNs) / nsPerPx);
    if (begin === previousEnd && layer.gap !== null) strip.rect(begin, begin + 1, y0, y1, layer.gap);
    previousEnd = Math.round(((moments[series.parts] ?? 0) - startNs) / nsPerPx);
  }
}

/** Stacks the shares of columns `from` to `to - 1`, each `width` device pixels wide. */
function stackColumns(
  strip: PixelStrip,
  grid: StripGrid,
  series: SpanSeries,
  layers: readonly Layer[],
  width: number,
  from: number,
  to: number,
): void {
  const low = Math.max(0, from);
  if (low >= to) return;
  const { parts } = series;
  if (shares.length < (to - low) * parts) shares = new Float32Array((to - low) * parts);
  const nsPerColumn = grid.nsPerPx * width;
  pixelColumns(series, { startNs: grid.startNs, nsPerPx: nsPerColumn }, low, to, shares, nsPerColumn);
  for (const layer of layers) drawStacks(strip, layer, shares, parts, to - low, low * width, width);
}
