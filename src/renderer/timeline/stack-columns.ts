/** Merged columns: the shares of their time that parts take, as heights on top of each other. */
import type { PixelStrip } from './pixel-strip';
import type { Band, Layer } from './strip-layer';

/** Less than this is what is left of rounding. */
const NOTHING = 1e-6;

/** By column and position in the layer's order: where that part of the stack ends, in lines from its begin. */
let tops = new Uint16Array(0);

/**
 * @param shares by column and part, `parts` numbers a column
 * @param x of the first column; each is `width` device pixels wide
 */
export function drawStacks(
  strip: PixelStrip,
  layer: Layer,
  shares: Float32Array,
  parts: number,
  count: number,
  x: number,
  width: number,
): void {
  const { band, order, paints, stackFrom } = layer;
  const depth = order.length;
  if (tops.length < count * depth) tops = new Uint16Array(count * depth);
  // Lines below the lowest first part are of one colour throughout; most lines of a busy lane are.
  let [first, last, common] = [count, 0, Number.POSITIVE_INFINITY];
  for (let column = 0; column < count; column++) {
    measure(shares, column * parts, layer, column * depth, strip.leastLines);
    if ((tops[column * depth + depth - 1] ?? 0) === 0) continue;
    if (first === count) first = column;
    else if (last !== column) common = 0;
    last = column + 1;
    common = Math.min(common, tops[column * depth] ?? 0);
  }
  // Line by line, because that is how pixels lie in memory; neighbours of one colour are filled together.
  for (let line = 0; line < band.y1 - band.y0; line++) {
    const y = stackFrom === 'top' ? band.y0 + line : band.y1 - 1 - line;
    let begin = first;
    let current = line < common ? 0 : depth;
    for (let column = line < common ? last : first; column <= last; column++) {
      const position = column === last ? -1 : positionAt(column * depth, depth, line);
      if (position === current) continue;
      const paint = paints[order[current] ?? -1];
      if (paint !== null && paint !== undefined) strip.rect(x + begin * width, x + column * width, y, y + 1, paint);
      begin = column;
      current = position;
    }
  }
}

/** Which position of the stack a line belongs to; `depth`: none. */
function positionAt(slot: number, depth: number, line: number): number {
  let position = 0;
  while (position < depth && line >= (tops[slot + position] ?? 0)) position++;
  return position;
}

const heights: number[] = [];

/** Where rounding up leaves too little room, the tallest part gives way, so that thin ones keep their pixel. */
function measure(shares: Float32Array, from: number, { band, order }: Layer, slot: number, least: number): void {
  let sum = 0;
  let tallest = 0;
  for (let position = 0; position < order.length; position++) {
    const share = shares[from + (order[position] ?? 0)] ?? 0;
    const height = share > NOTHING ? stackHeight(share, band, least) : 0;
    heights[position] = height;
    sum += height;
    if (height > (heights[tallest] ?? 0)) tallest = position;
  }
  const excess = sum - (band.y1 - band.y0);
  if (excess > 0) heights[tallest] = Math.max(1, (heights[tallest] ?? 0) - excess);
  let top = 0;
  for (let position = 0; position < order.length; position++) {
    top += heights[position] ?? 0;
    tops[slot + position] = top;
  }
}

/** @param least lines of what is there at all */
export function stackHeight(share: number, { y0, y1 }: Band, least: number): number {
  return Math.min(y1 - y0, Math.max(least, Math.round(share * (y1 - y0))));
}
