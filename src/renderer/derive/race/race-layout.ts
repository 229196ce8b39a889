/**
 * Where each heat of a race lies, in CSS pixels. All have one clock: the call is at the left edge of each plot.
 *
 *   axis (stays in view)
 *   imap, chunk size 1          wall 412 ms
 *   worker 1  ▒▒▒▒ ▓▓▓▓▓▓
 *   worker 2  ████████████████
 *   waiting      ▁▂▃▄▅▅
 *   completed ▒▓█▒▓█      a tile for each task, in order; those that were held have a foot
 *             ///
 *   delivered █▓▒█▓▒
 */

export const AXIS_PX = 28;
const TITLE_PX = 24;
const LABEL_PX = 84;
const EDGE_PX = 16;
const WAIT_PX = 20;
const TAPE_PX = 18;
/** Foot of a completed tile that was held. */
const FOOT_PX = 7;
const GAP_PX = 4;
const BELOW_PX = 16;
/** Narrower than this side by side, they stand below each other. */
const COLUMN_PX = 460;
/** So few are compared best below each other. */
const FEW = 4;

export interface HeatBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Where the clock begins, and how long it is. */
  readonly plotX: number;
  readonly plotWidth: number;
  readonly lanesY: number;
  readonly laneHeight: number;
  readonly slots: number;
  readonly waitY: number;
  readonly waitHeight: number;
  readonly completedY: number;
  readonly deliveredY: number;
  readonly tapeHeight: number;
  readonly footHeight: number;
}

export interface RaceLayout {
  readonly columns: number;
  readonly boxes: readonly HeatBox[];
  /** Of everything, the axis included. */
  readonly heightPx: number;
}

/** @param slots lanes of each heat */
export function raceLayout(widthPx: number, slots: readonly number[]): RaceLayout {
  const columns = slots.length <= FEW ? 1 : Math.max(1, Math.min(4, Math.floor(widthPx / COLUMN_PX)));
  const width = widthPx / columns;
  const boxes: HeatBox[] = [];
  let y = AXIS_PX;
  for (let first = 0; first < slots.length; first += columns) {
    const row = slots.slice(first, first + columns);
    const placed = row.map((count, column) => heatBox(column * width, y, width, count));
    boxes.push(...placed);
    y += Math.max(...placed.map(({ height }) => height));
  }
  return { columns, boxes, heightPx: y };
}

function heatBox(x: number, y: number, width: number, slots: number): HeatBox {
  const laneHeight = slots <= 4 ? 12 : slots <= 8 ? 8 : Math.max(2, Math.floor(64 / slots));
  const lanesY = y + TITLE_PX;
  const waitY = lanesY + slots * laneHeight + GAP_PX;
  const completedY = waitY + WAIT_PX + GAP_PX;
  const deliveredY = completedY + TAPE_PX + FOOT_PX + GAP_PX;
  return {
    x,
    y,
    width,
    height: deliveredY + TAPE_PX + BELOW_PX - y,
    plotX: x + LABEL_PX,
    plotWidth: Math.max(40, width - LABEL_PX - EDGE_PX),
    lanesY,
    laneHeight,
    slots,
    waitY,
    waitHeight: WAIT_PX,
    completedY,
    deliveredY,
    tapeHeight: TAPE_PX,
    footHeight: FOOT_PX,
  };
}

/** Left edge of the n-th tile of a tape; that of the tile after the last is its end. */
export const tileX = ({ plotX, plotWidth }: HeatBox, tasks: number, place: number): number =>
  plotX + (tasks === 0 ? 0 : (place / tasks) * plotWidth);

/** Where a moment lies. @param endNs the longest heat's end */
export const clockX = ({ plotX, plotWidth }: HeatBox, endNs: number, atNs: number): number =>
  plotX + (endNs > 0 ? (atNs / endNs) * plotWidth : 0);
