/** Where a key leads on a grid of tiles. */
import type { TileGrid } from './tile-grid';

/**
 * @param tile undefined: none is selected yet, and any key that moves leads to the first
 * @returns null for a key that leads nowhere
 */
export function moveTile(
  key: string,
  tile: number | undefined,
  { columns, rows }: Pick<TileGrid, 'columns' | 'rows'>,
): number | null {
  const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  if (key === 'Home') return 0;
  if (key === 'End') return columns * rows - 1;
  if (step === undefined) return null;
  if (tile === undefined) return 0;
  const [right = 0, down = 0] = step;
  const column = (tile % columns) + right;
  const row = Math.floor(tile / columns) + down;
  return column >= 0 && column < columns && row >= 0 && row < rows ? row * columns + column : tile;
}
