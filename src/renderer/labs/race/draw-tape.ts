/** A tape of a heat: a tile for each task in the order in which results came, coloured by its place in the input. */
import type { Heat } from '../../derive/race/heat';
import { type HeatBox, tileX } from '../../derive/race/race-layout';
import { stretches } from '../../derive/race/stretches';
import type { Context2D } from '../../timeline/track';
import type { RacePicture } from './draw-race';
import { hatch, inkOn, outline, type Ramp } from './race-ink';

/** Narrower tiles stand without gaps. */
const GAP_FROM_PX = 4;

export interface Tape {
  readonly order: Uint32Array;
  readonly y: number;
  /** Tiles of tasks that were held have a hatched foot. */
  readonly hatched: boolean;
}

export function drawTape(ctx: Context2D, picture: RacePicture, box: HeatBox, heat: Heat, ramp: Ramp, tape: Tape): void {
  const { colors, marked } = picture;
  const { tasks, rows } = heat;
  const { order, y, hatched } = tape;
  const step = box.plotWidth / Math.max(1, tasks);
  const width = step >= GAP_FROM_PX ? step - 1 : step;
  ctx.fillStyle = colors.surface;
  ctx.fillRect(box.plotX, y, box.plotWidth, box.tapeHeight);
  // Of tiles within one pixel the first is enough.
  const every = Math.max(1, Math.floor(1 / step));
  for (let place = 0; place < order.length; place += every) {
    const task = rows.task[order[place] ?? 0] ?? 0;
    ctx.fillStyle = rows.failed[order[place] ?? 0] === 1 ? colors.error : ramp(task);
    ctx.fillRect(tileX(box, tasks, place), y, Math.max(width * every, 0.5), box.tapeHeight);
  }
  if (hatched) {
    for (const { from, to } of stretches(order.length, (place) => rows.held[order[place] ?? 0] === 1)) {
      const x = tileX(box, tasks, from);
      const gap = step >= GAP_FROM_PX ? 1 : 0;
      hatch(ctx, colors, x, y + box.tapeHeight, tileX(box, tasks, to) - x - gap, box.footHeight);
    }
  }
  drawNumbers(ctx, picture, box, heat, ramp, tape, step);
  if (marked === null) return;
  const place = order.findIndex((row) => rows.task[row] === marked);
  if (place >= 0) outline(ctx, colors, tileX(box, tasks, place), y, width, box.tapeHeight);
}

/** Input positions on the tiles, where the longest has room; counted from 0, as Python counts. */
function drawNumbers(
  ctx: Context2D,
  { colors }: RacePicture,
  box: HeatBox,
  { tasks, rows }: Heat,
  ramp: Ramp,
  { order, y }: Tape,
  step: number,
): void {
  ctx.font = `500 12px ${colors.fontMono}`;
  if (ctx.measureText(String(Math.max(0, tasks - 1))).width + 4 > step) return;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  for (let place = 0; place < order.length; place++) {
    const row = order[place] ?? 0;
    const task = rows.task[row] ?? 0;
    ctx.fillStyle = inkOn(rows.failed[row] === 1 ? colors.error : ramp(task), colors);
    ctx.fillText(String(task), tileX(box, tasks, place) + step / 2, y + box.tapeHeight / 2 + 1);
  }
}
