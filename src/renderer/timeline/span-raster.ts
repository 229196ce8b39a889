/**
 * Fills a strip with a series of spans. Spans wide enough to be seen are drawn one by one with sharp edges; where they
 * are narrower, each pixel column is a stack of the shares that the parts take of its time. Nothing is left out: what
 * is there at all gets at least one pixel.
 */
import { pixelColumns } from '../derive/pixel-columns';
import type { SpanSeries } from '../derive/span-series';
import type { Paint } from './paint';
import type { PixelStrip } from './pixel-strip';

/** Lines of the strip that spans are drawn on, in device pixels. */
export interface Band {
  readonly y0: number;
  readonly y1: number;
}

/** Time along the strip, in device pixels. */
export interface StripGrid {
  readonly startNs: number;
  readonly nsPerPx: number;
  readonly width: number;
  readonly dpr: number;
}

export interface SpanStyle {
  /** By part; null: not drawn. */
  readonly paints: readonly (Paint | null)[];
  /** Parts in the order in which merged columns stack them. */
  readonly order: readonly number[];
  /** Drawn between spans that touch. */
  readonly gap: Paint;
  /** Where stacks of merged columns begin. */
  readonly stackFrom: 'bottom' | 'top';
}

/** In CSS pixels: narrower spans are merged. */
const MIN_WIDTH = 2;
/** More spans than this share of the columns are not looked at one by one. */
const MAX_SPANS = 1 / 3;

let shares = new Float32Array(0);
const wide: number[] = [];

/** @returns spans drawn one by one, in order; valid until the next call */
export function rasterSpans(
  strip: PixelStrip,
  grid: StripGrid,
  band: Band,
  series: SpanSeries,
  style: SpanStyle,
): readonly number[] {
  const { startNs, nsPerPx, width } = grid;
  wide.length = 0;
  if (series.length === 0) return wide;
  const first = series.firstEndingAfter(startNs);
  const last = Math.min(series.length - 1, series.firstEndingAfter(startNs + width * nsPerPx));
  if (last - first >= width * MAX_SPANS) {
    stackColumns(strip, grid, band, series, style, 0, width);
    return wide;
  }
  let from = -1;
  let to = -1;
  for (let span = first; span <= last; span++) {
    const moments = series.momentsOf(span);
    const x0 = ((moments[0] ?? 0) - startNs) / nsPerPx;
    const x1 = ((moments[series.parts] ?? 0) - startNs) / nsPerPx;
    if (x1 - x0 >= MIN_WIDTH * grid.dpr) {
      wide.push(span);
      continue;
    }
    if (Math.floor(x0) > to) {
      stackColumns(strip, grid, band, series, style, from, to);
      from = Math.floor(x0);
    }
    to = Math.max(to, Math.floor(x1) + 1);
  }
  stackColumns(strip, grid, band, series, style, from, to);
  drawWide(strip, grid, band, series, style);
  return wide;
}

function drawWide(
  strip: PixelStrip,
  { startNs, nsPerPx }: StripGrid,
  band: Band,
  series: SpanSeries,
  style: SpanStyle,
) {
  let previousEnd = Number.NEGATIVE_INFINITY;
  for (const span of wide) {
    const moments = series.momentsOf(span);
    const begin = Math.round(((moments[0] ?? 0) - startNs) / nsPerPx);
    for (let part = 0; part < series.parts; part++) {
      const paint = style.paints[part];
      if (paint === null || paint === undefined) continue;
      const x0 = ((moments[part] ?? 0) - startNs) / nsPerPx;
      const x1 = ((moments[part + 1] ?? 0) - startNs) / nsPerPx;
      if (x1 <= x0) continue;
      if (Math.round(x1) > Math.round(x0)) strip.rect(Math.round(x0), Math.round(x1), band.y0, band.y1, paint);
      else {
        // Too short for a column of its own: as much of one as is its share.
        const x = part === 0 ? Math.round(x0) : Math.round(x0) - 1;
        strip.rect(x, x + 1, band.y0, band.y0 + stackHeight(x1 - x0, band), paint);
      }
    }
    if (begin === previousEnd) strip.rect(begin, begin + 1, band.y0, band.y1, style.gap);
    previousEnd = Math.round(((moments[series.parts] ?? 0) - startNs) / nsPerPx);
  }
}

/** Stacks the shares of columns `from` to `to - 1`. */
function stackColumns(
  strip: PixelStrip,
  grid: StripGrid,
  band: Band,
  series: SpanSeries,
  { paints, order, stackFrom }: SpanStyle,
  from: number,
  to: number,
): void {
  const low = Math.max(0, from);
  const high = Math.min(grid.width, to);
  if (low >= high) return;
  const { parts } = series;
  if (shares.length < (high - low) * parts) shares = new Float32Array((high - low) * parts);
  pixelColumns(series, grid, low, high, shares);
  for (let x = low; x < high; x++) {
    measureStack(shares, (x - low) * parts, paints, band);
    let used = 0;
    for (const part of order) {
      const height = heights[part] ?? 0;
      const paint = paints[part];
      if (height === 0 || paint === null || paint === undefined) continue;
      const y = stackFrom === 'top' ? band.y0 + used : band.y1 - used - height;
      strip.rect(x, x + 1, y, y + height, paint);
      used += height;
    }
  }
}

const heights: number[] = [];

/** Heights of the parts of a column; where rounding up leaves too little room, the tallest gives way. */
function measureStack(columns: Float32Array, slot: number, paints: SpanStyle['paints'], band: Band): void {
  let sum = 0;
  let tallest = 0;
  for (let part = 0; part < paints.length; part++) {
    const share = paints[part] === null ? 0 : (columns[slot + part] ?? 0);
    const height = share > 1e-7 ? stackHeight(share, band) : 0;
    heights[part] = height;
    sum += height;
    if (height > (heights[tallest] ?? 0)) tallest = part;
  }
  const excess = sum - (band.y1 - band.y0);
  if (excess > 0) heights[tallest] = Math.max(1, (heights[tallest] ?? 0) - excess);
}

function stackHeight(share: number, { y0, y1 }: Band): number {
  return Math.min(y1 - y0, Math.max(1, Math.round(share * (y1 - y0))));
}
