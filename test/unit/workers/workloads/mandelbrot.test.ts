import { describe, expect, test } from 'vitest';
import type { Tile } from '../../../../src/shared/ipc';
import { workloads } from '../../../../src/shared/workloads';
import { mandelbrot } from '../../../../src/workers/workloads/mandelbrot';

const tile = (index: number, params: object): Omit<Tile, 'task'> =>
  mandelbrot(index, workloads.mandelbrot.params.parse(params), { index, seed: 1, shared: null }) as Omit<Tile, 'task'>;

describe('a tile', () => {
  test('has the fields of a picture tile but the task, and one count a pixel', () => {
    const result = tile(9, { tilePx: 5, maxIterations: 20 });
    expect(result).toMatchObject({ column: 1, row: 1, sizePx: 5, maxIterations: 20 });
    expect(Object.keys(result)).toEqual(['column', 'row', 'sizePx', 'maxIterations', 'iterations']);
    expect(result.iterations).toBeInstanceOf(Uint32Array);
    expect(result.iterations).toHaveLength(25);
  });

  test('of one pixel at 0 is inside, at 2i is on its way out', () => {
    const point = { columns: 1, rows: 1, tilePx: 1, width: 0.001, maxIterations: 50 };
    expect([...tile(0, { ...point, centerX: 0 }).iterations]).toEqual([50]);
    expect([...tile(0, { ...point, centerX: 0, centerY: 2 }).iterations]).toEqual([2]);
    expect([...tile(0, { ...point, centerX: 2.5 }).iterations]).toEqual([1]);
  });

  test('is one part of the picture that a single large tile shows', () => {
    const common = { maxIterations: 60, centerY: 0.1 };
    const whole = tile(0, { ...common, columns: 1, rows: 1, tilePx: 12 }).iterations;
    for (let index = 0; index < 9; index++) {
      const { column, row, iterations } = tile(index, { ...common, columns: 3, rows: 3, tilePx: 4 });
      for (let y = 0; y < 4; y++) {
        const start = (row * 4 + y) * 12 + column * 4;
        expect([...iterations.slice(y * 4, y * 4 + 4)]).toEqual([...whole.slice(start, start + 4)]);
      }
    }
  });

  test('mirrors the tile on the other side of the real axis', () => {
    const params = { columns: 4, rows: 2, tilePx: 6, maxIterations: 40 };
    const rowsOf = (index: number): number[][] => {
      const { iterations } = tile(index, params);
      return Array.from({ length: 6 }, (_, y) => [...iterations.slice(y * 6, y * 6 + 6)]);
    };
    expect(rowsOf(1)).toEqual(rowsOf(5).reverse());
  });

  test.each([-1, 48, 1.5])('number %d is refused: the picture has none such', (index) => {
    expect(() => tile(index, {})).toThrow(
      new RangeError(`tile ${index} is outside the picture, which has tiles 0 to 47`),
    );
  });
});
