/** Where the tiles of a picture lie, and which task computes which: the geometry of the mandelbrot workload. */
import { numericItems } from '../../../../shared/generate-items';
import type { Scenario } from '../../../../shared/scenario';
import { type WorkloadParams, workloads } from '../../../../shared/workloads';

export interface TileGrid {
  readonly columns: number;
  readonly rows: number;
  readonly tilePx: number;
  /** Distinct tiles that the run computes; fewer than columns times rows for a part of the picture. */
  readonly tiles: number;
  /** Tile that a task computes. */
  tileOf(task: number): number | undefined;
  /** Task that computes a tile; the first of several. */
  taskOf(tile: number): number | undefined;
}

export function isPicture({ workload }: Scenario): boolean {
  return workload.name === 'mandelbrot';
}

/** The grid of a scenario's picture, or null where it computes none. */
export function tileGrid(scenario: Scenario): TileGrid | null {
  const params = paramsOf(scenario);
  if (params === null) return null;
  const { columns, rows, tilePx } = params;
  const items = numericItems(scenario);
  const taskOfTile = new Map<number, number>();
  for (const [task, tile] of items.entries()) {
    if (tile < columns * rows && !taskOfTile.has(tile)) taskOfTile.set(tile, task);
  }
  return {
    columns,
    rows,
    tilePx,
    tiles: taskOfTile.size,
    tileOf: (task) => items[task],
    taskOf: (tile) => taskOfTile.get(tile),
  };
}

/** The tile at a point of the picture; undefined outside it. @param x, y shares of width and height, 0..1 */
export function tileAt({ columns, rows }: TileGrid, x: number, y: number): number | undefined {
  if (!(x >= 0 && x < 1 && y >= 0 && y < 1)) return undefined;
  return Math.floor(y * rows) * columns + Math.floor(x * columns);
}

/** How many backing pixels a tile's side has, so that the whole picture is at most `mostPx` a side. */
export function paintedTilePx({ columns, rows, tilePx }: TileGrid, mostPx = 4096): number {
  return Math.max(1, Math.min(tilePx, Math.floor(mostPx / Math.max(columns, rows))));
}

function paramsOf(scenario: Scenario): WorkloadParams<'mandelbrot'> | null {
  if (!isPicture(scenario)) return null;
  const parsed = workloads.mandelbrot.params.safeParse(scenario.workload.params);
  return parsed.success ? parsed.data : null;
}
