/** One merged column: the shares of its time that parts take, as heights on top of each other. */
import type { PixelStrip } from './pixel-strip';
import type { Layer } from './span-raster';

/** Lines of a strip, in device pixels. */
export interface Band {
  readonly y0: number;
  readonly y1: number;
}

/** Less than this is what is left of rounding. */
const NOTHING = 1e-6;

const heights: number[] = [];

/** @param slot where the shares of this column begin in `shares` */
export function stackColumn(
  strip: PixelStrip,
  x: number,
  width: number,
  shares: Float32Array,
  slot: number,
  layer: Layer,
): void {
  const { band, paints, order, stackFrom } = layer;
  measure(shares, slot, layer);
  let used = 0;
  for (const part of order) {
    const height = heights[part] ?? 0;
    const paint = paints[part];
    if (height === 0 || paint === null || paint === undefined) continue;
    const y = stackFrom === 'top' ? band.y0 + used : band.y1 - used - height;
    strip.column(x, x + width, y, y + height, paint);
    used += height;
  }
}

/** Where rounding up leaves too little room, the tallest part gives way, so that thin ones keep their pixel. */
function measure(shares: Float32Array, slot: number, { band, order }: Layer): void {
  let sum = 0;
  let tallest = order[0] ?? 0;
  for (const part of order) {
    const share = shares[slot + part] ?? 0;
    const height = share > NOTHING ? stackHeight(share, band) : 0;
    heights[part] = height;
    sum += height;
    if (height > (heights[tallest] ?? 0)) tallest = part;
  }
  const excess = sum - (band.y1 - band.y0);
  if (excess > 0) heights[tallest] = Math.max(1, (heights[tallest] ?? 0) - excess);
}

/** At least one pixel for what is there at all. */
export function stackHeight(share: number, { y0, y1 }: Band): number {
  return Math.min(y1 - y0, Math.max(1, Math.round(share * (y1 - y0))));
}
