/** The predicted speed-up over the whole map, as contours in pixels. */
import { contours } from 'd3';
import type { Costs } from '../../../shared/break-even/costs';
import { predict } from '../../../shared/break-even/predict';
import { type Box, mapScale } from './map-scale';
import { type Controls, settingOf } from './setting';

/** The break-even line. */
export const BREAK_EVEN = 1;
/** Speed-ups at which lines are drawn, and the bands between them begin. */
export const LEVELS = [0.1, 0.5, BREAK_EVEN, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64];

const COLUMNS = 72;
const ROWS = 48;

export interface Contour {
  /** Speed-up of the line; what lies inside is at least that. */
  readonly level: number;
  /** Rings in pixels, closed. */
  readonly rings: readonly (readonly (readonly [number, number])[])[];
}

/** @returns one for each level that is reached somewhere, ascending; 0 is everything */
export function speedupContours(costs: Costs, controls: Controls, box: Box): readonly Contour[] {
  const values = speedupGrid(costs, controls);
  const most = Math.max(...values);
  const thresholds = LEVELS.filter((level) => level < most);
  const x = (column: number): number =>
    box.left + (Math.min(COLUMNS - 1, Math.max(0, column - 0.5)) / (COLUMNS - 1)) * box.width;
  const y = (row: number): number => box.top + (Math.min(ROWS - 1, Math.max(0, row - 0.5)) / (ROWS - 1)) * box.height;
  const found = contours()
    .size([COLUMNS, ROWS])
    .smooth(true)
    .thresholds([0, ...thresholds])(values);
  return found.map(({ value, coordinates }) => ({
    level: value,
    rings: coordinates.flatMap((polygon) =>
      polygon.map((ring) => ring.map(([column = 0, row = 0]) => [x(column), y(row)] as const)),
    ),
  }));
}

/** Row by row from the top left. */
function speedupGrid(costs: Costs, controls: Controls): number[] {
  const { placeAt } = mapScale({ left: 0, top: 0, width: COLUMNS - 1, height: ROWS - 1 });
  const values: number[] = [];
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      values.push(predict(costs, settingOf({ ...controls, ...placeAt(column, row) })).speedup);
    }
  }
  return values;
}

export const ringPath = (ring: Contour['rings'][number]): string =>
  `M${ring.map(([x, y]) => `${round(x)},${round(y)}`).join('L')}Z`;

/** The parts of a ring that do not run along the edge of the map: those are lines of equal speed-up. */
export function innerLines({ rings }: Contour, box: Box): readonly (readonly (readonly [number, number])[])[] {
  const lines: (readonly [number, number])[][] = [];
  for (const ring of rings) {
    let line: (readonly [number, number])[] = [];
    for (const [at, point] of ring.entries()) {
      const next = ring[at + 1];
      if (line.length > 0 || (next !== undefined && !alongEdge(point, next, box))) line.push(point);
      if (next !== undefined && line.length > 0 && alongEdge(point, next, box)) {
        lines.push(line);
        line = [];
      }
    }
    if (line.length > 1) lines.push(line);
  }
  return lines.filter((line) => line.length > 1);
}

function alongEdge(
  a: readonly [number, number],
  b: readonly [number, number],
  { left, top, width, height }: Box,
): boolean {
  const on = (value: number, other: number, edge: number): boolean =>
    Math.abs(value - edge) < 0.6 && Math.abs(other - edge) < 0.6;
  return on(a[0], b[0], left) || on(a[0], b[0], left + width) || on(a[1], b[1], top) || on(a[1], b[1], top + height);
}

const round = (value: number): number => Math.round(value * 10) / 10;
