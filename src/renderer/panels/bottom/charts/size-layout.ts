/** Where tasks stand by their size and time: as points while they are few, as cells of a grid when they are many. */
import { MOST_POINTS, type SizeCell, type SizeGrid } from '../../../derive/charts/size-grid';
import { type LogScale, logScale } from './log-axis';
import type { Box } from './marks';

export const SIZES = { left: 64, right: 16, top: 20, foot: 20 } as const;
const CELL_PX = 9;

export interface SizeLayout {
  readonly x: LogScale;
  readonly y: LogScale;
  readonly bottom: number;
  /** null: tasks are drawn one by one. */
  readonly cells: readonly PlacedCell[] | null;
}

export interface PlacedCell extends Box {
  readonly cell: SizeCell;
}

export function sizeLayout(grid: SizeGrid, width: number, height: number): SizeLayout {
  const { left, right, top, foot } = SIZES;
  const bottom = Math.max(top + 60, height - foot);
  const [fromBytes, toBytes] = domain(grid.minBytes, grid.maxBytes);
  const [fromNs, toNs] = domain(grid.minNs, grid.maxNs);
  const x = logScale(fromBytes, toBytes, left, Math.max(left + 1, width - right));
  const y = logScale(fromNs, toNs, bottom, top);
  if (grid.count <= MOST_POINTS) return { x, y, bottom, cells: null };
  const wide = merged((width - left - right) / Math.log2(toBytes / fromBytes));
  const high = merged((bottom - top) / Math.log2(toNs / fromNs));
  const cells = grid.cells(wide, high).map((cell): PlacedCell => {
    const [x0, x1] = [x.toPx(cell.fromBytes), x.toPx(cell.toBytes)];
    const [y0, y1] = [y.toPx(cell.toNs), y.toPx(cell.fromNs)];
    return { cell, x: x0, y: y0, width: Math.max(2, x1 - x0), height: Math.max(2, y1 - y0) };
  });
  return { x, y, bottom, cells };
}

/** Whole doublings around the data, two at least, so that the axis stands still while the run grows. */
function domain(min: number, max: number): [from: number, to: number] {
  const from = Math.floor(Math.log2(min) - 0.25);
  const to = Math.ceil(Math.log2(max) + 0.25);
  return to - from >= 2 ? [2 ** from, 2 ** to] : [2 ** (from - 1), 2 ** (to + 1)];
}

/** How many cells of the fine grid, eight a doubling, make one that can be seen and pointed at. */
function merged(doublingPx: number): number {
  let cells = 1;
  while (cells < 16 && (doublingPx / 8) * cells < CELL_PX) cells *= 2;
  return cells;
}
