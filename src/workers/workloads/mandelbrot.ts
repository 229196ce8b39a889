/**
 * One tile of a picture of the Mandelbrot set. Tiles are numbered row by row from the top left; pixels are square and
 * are sampled at their centres.
 */
import type { Tile } from '../../shared/ipc';
import type { Workload } from '../workload';

/** @throws RangeError for a tile outside the picture */
export const mandelbrot: Workload<'mandelbrot'> = (tile, params): Omit<Tile, 'task'> => {
  const { columns, rows, tilePx, maxIterations, centerX, centerY, width } = params;
  if (!Number.isInteger(tile) || tile < 0 || tile >= columns * rows) {
    throw new RangeError(`tile ${tile} is outside the picture, which has tiles 0 to ${columns * rows - 1}`);
  }
  const column = tile % columns;
  const row = Math.floor(tile / columns);
  const pixel = width / (columns * tilePx);
  const left = column * tilePx - (columns * tilePx) / 2 + 0.5;
  const top = row * tilePx - (rows * tilePx) / 2 + 0.5;
  const iterations = new Uint32Array(tilePx * tilePx);
  for (let y = 0; y < tilePx; y++) {
    const imaginary = centerY - (top + y) * pixel;
    for (let x = 0; x < tilePx; x++) {
      iterations[y * tilePx + x] = escapeTime(centerX + (left + x) * pixel, imaginary, maxIterations);
    }
  }
  return { column, row, sizePx: tilePx, maxIterations, iterations };
};

/** Steps of z = z*z + c until |z| > 2, at most `limit`; `limit` means that c counts as inside. */
function escapeTime(cReal: number, cImaginary: number, limit: number): number {
  let real = 0;
  let imaginary = 0;
  for (let step = 0; step < limit; step++) {
    const real2 = real * real;
    const imaginary2 = imaginary * imaginary;
    if (real2 + imaginary2 > 4) return step;
    imaginary = 2 * real * imaginary + cImaginary;
    real = real2 - imaginary2 + cReal;
  }
  return limit;
}
