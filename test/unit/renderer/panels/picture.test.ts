import { describe, expect, it } from 'vitest';
import { colourOf, colourTile, lightnessOf } from '../../../../src/renderer/panels/bottom/picture/colour-map';
import { moveTile } from '../../../../src/renderer/panels/bottom/picture/move-tile';
import { tilesPerCall } from '../../../../src/renderer/panels/bottom/picture/picture';
import { paintedTilePx, tileAt, tileGrid } from '../../../../src/renderer/panels/bottom/picture/tile-grid';
import { type ScenarioDraft, scenarioSchema } from '../../../../src/shared/scenario';

const BLACK = 0xff000000;

const gridOf = (input: ScenarioDraft['input'], params: Record<string, unknown> = { columns: 4, rows: 3 }) => {
  const grid = tileGrid(scenarioSchema.parse({ version: 1, workload: { name: 'mandelbrot', params }, input }));
  if (grid === null) throw new Error('expected a grid');
  return grid;
};

describe('the grid of a picture', () => {
  it('has a task for every tile', () => {
    const grid = gridOf({ generate: {} });
    expect(grid.tiles).toBe(12);
    expect(grid.taskOf(7)).toBe(7);
    expect(grid.tileOf(7)).toBe(7);
  });

  it('knows which task computes a tile that the scenario lists', () => {
    const grid = gridOf({ items: [5, 11, 5] });
    expect(grid.tiles).toBe(2);
    expect(grid.taskOf(11)).toBe(1);
    expect(grid.taskOf(5)).toBe(0);
    expect(grid.taskOf(0)).toBeUndefined();
    expect(grid.tileOf(2)).toBe(5);
  });

  it('is none for another workload', () => {
    expect(tileGrid(scenarioSchema.parse({ version: 1, workload: { name: 'sleep' } }))).toBeNull();
  });

  it('finds the tile under a point, and none outside', () => {
    const grid = gridOf({ generate: {} });
    expect(tileAt(grid, 0, 0)).toBe(0);
    expect(tileAt(grid, 0.99, 0.99)).toBe(11);
    expect(tileAt(grid, 0.3, 0.5)).toBe(5);
    expect(tileAt(grid, 1, 0.5)).toBeUndefined();
    expect(tileAt(grid, -0.01, 0.5)).toBeUndefined();
  });

  it('is painted smaller where it would be too large for a canvas', () => {
    expect(paintedTilePx(gridOf({ generate: {} }, { columns: 4, rows: 3, tilePx: 64 }))).toBe(64);
    expect(paintedTilePx(gridOf({ generate: {} }, { columns: 64, rows: 3, tilePx: 1024 }))).toBe(64);
  });
});

describe('moving from tile to tile', () => {
  const grid = { columns: 4, rows: 3 };

  it('stays inside the picture', () => {
    expect(moveTile('ArrowRight', 3, grid)).toBe(3);
    expect(moveTile('ArrowLeft', 4, grid)).toBe(4);
    expect(moveTile('ArrowDown', 5, grid)).toBe(9);
    expect(moveTile('ArrowUp', 1, grid)).toBe(1);
  });

  it('begins with the first tile and leaves other keys alone', () => {
    expect(moveTile('ArrowDown', undefined, grid)).toBe(0);
    expect(moveTile('End', undefined, grid)).toBe(11);
    expect(moveTile(' ', 5, grid)).toBeNull();
  });
});

describe('colours of iteration counts', () => {
  const luminance = (color: number): number =>
    0.2126 * (color & 255) + 0.7152 * ((color >> 8) & 255) + 0.0722 * ((color >> 16) & 255);

  it('get lighter towards the set, with each doubling of the count', () => {
    const steps = [0, 1, 2, 4, 8, 16, 32, 64, 128].map((count) => luminance(colourOf(count, 2000)));
    for (const [index, now] of steps.slice(1).entries()) expect(now).toBeGreaterThan((steps[index] ?? 0) + 10);
  });

  it('are black inside, and only there', () => {
    expect(colourOf(2000, 2000)).toBe(BLACK);
    for (let count = 0; count < 2000; count++) expect(colourOf(count, 2000)).not.toBe(BLACK);
  });

  it('use the whole scale where there are few iterations', () => {
    expect(lightnessOf(0, 20)).toBe(0);
    expect(lightnessOf(20, 20)).toBe(1);
  });

  it('fill a tile pixel by pixel, opaque', () => {
    const pixels = new Uint32Array(3);
    colourTile(Uint32Array.of(0, 5, 10), 10, pixels);
    expect([...pixels]).toEqual([colourOf(0, 10), colourOf(5, 10), BLACK]);
    expect([...pixels].every((pixel) => pixel >>> 24 === 255)).toBe(true);
  });
});

describe('fetching tiles', () => {
  it('takes many small ones and few large ones at a time', () => {
    expect(tilesPerCall(8)).toBe(500);
    expect(tilesPerCall(96)).toBe(217);
    expect(tilesPerCall(1024)).toBe(1);
  });
});
