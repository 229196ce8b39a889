/**
 * Arrows of the selected tasks: from the caller to the worker when the argument goes out, dashed from the worker to the
 * caller and on to the delivery on the way back. A lane that is scrolled out of view is left at the edge it lies beyond.
 */

import { formatCount } from '../../../shared/format';
import { isLoop } from '../../../shared/scenario';
import type { Moment } from '../../../shared/telemetry';
import { hasHappened } from '../as-of';
import { curvePoints, type Point } from '../curve';
import { sansFont } from '../labels';
import { type Layout, laneOfRow } from '../layout';
import { type Context2D, type Frame, GUTTER, type Overlay } from '../track';

/** More would be a tangle. */
export const MOST_ARROWS = 50;
const HEAD = 5;
const DASH = [4, 3];
/** Of the caller's lane: where what it dumps ends, and where what it loads hangs down to. */
const CALLER = { out: 24, back: 14 } as const;

export const arrowsOverlay: Overlay = {
  id: 'arrows',
  draw(ctx, frame, layout) {
    const { selection } = frame.view;
    // Nothing crosses in a loop.
    if (selection.length === 0 || isLoop(frame.facts.started?.scenario?.engine)) return;
    ctx.save();
    ctx.beginPath();
    ctx.rect(GUTTER, 0, frame.scale.width, layout.bottom);
    ctx.clip();
    const drawn = selection.slice(-MOST_ARROWS);
    for (const row of drawn) drawTask(ctx, frame, layout, row, row === drawn.at(-1));
    if (selection.length > drawn.length) {
      drawNote(ctx, frame, layout, `arrows of the last ${drawn.length} of ${formatCount(selection.length)} tasks`);
    }
    ctx.setLineDash([]);
    ctx.restore();
  },
};

function drawTask(ctx: Context2D, frame: Frame, layout: Layout, row: number, isLast: boolean): void {
  const { columns } = frame.facts.data.table;
  const color = isLast ? frame.theme.colors.text : frame.theme.colors.textMuted;
  const at = (moment: Moment): number => {
    const ns = columns[moment][row];
    return ns !== undefined && hasHappened(frame, ns) ? ns : Number.NaN;
  };
  const pinned = (id: string): number => layout.pinned.find(({ track }) => track.id === id)?.top ?? Number.NaN;
  const caller = pinned('caller');
  const lane = placeOf(frame, layout, row);
  const begin = Number.isNaN(at('argsLoadsBegin')) ? at('runBegin') : at('argsLoadsBegin');
  const arrow = (from: End, to: End, dash: number[]): void => {
    const { scale } = frame;
    const points = curvePoints(toPoint(frame, from), toPoint(frame, to), scale.left - HEAD, scale.right + HEAD);
    drawCurve(ctx, frame, points, color, dash);
    const tip = points.at(-1);
    // Where it leaves for a lane out of view, or for a moment out of view, it has not arrived.
    if (tip !== undefined && to.isThere && tip[0] === scale.toX(to.ns)) drawHead(ctx, tip, from.y < to.y, color);
  };
  arrow({ ns: at('argsSent'), y: caller + CALLER.out, isThere: true }, { ns: at('argsReceived'), ...lane.top }, []);
  if (lane.top.isThere) drawWait(ctx, frame, at('argsReceived'), begin, lane.top.y, color);
  const read = { ns: at('resultLoadsBegin'), y: caller + CALLER.back, isThere: true };
  arrow({ ns: at('resultSent'), ...lane.bottom }, read, DASH);
  const given = { ns: at('delivered'), y: pinned('delivered') + HEAD, isThere: true };
  arrow({ ns: at('completed'), y: caller + CALLER.out, isThere: true }, given, DASH);
}

interface End {
  readonly ns: number;
  readonly y: number;
  /** false: the lane is out of view, and this is the edge that it lies beyond. */
  readonly isThere: boolean;
}

const toPoint = ({ scale }: Frame, { ns, y }: End): Point => [scale.toX(ns), y];

/** Upper and lower edge of a task in its lane. */
function placeOf(frame: Frame, layout: Layout, row: number): { top: Omit<End, 'ns'>; bottom: Omit<End, 'ns'> } {
  const { lanesTop, lanesBottom, scrolled } = layout;
  const place = laneOfRow(layout, frame, row);
  if (place === null) {
    // NaN where the lane is hidden: then there is nowhere to go.
    const above = layout.topOfRow(row) - scrolled;
    const edge = { y: above < 0 ? lanesTop : above >= 0 ? lanesBottom : Number.NaN, isThere: false };
    return { top: edge, bottom: edge };
  }
  const { tasks } = place.track.bands;
  const end = (from: number): Omit<End, 'ns'> => {
    const y = place.top + from;
    return { y: Math.min(Math.max(y, lanesTop), lanesBottom), isThere: y >= lanesTop && y <= lanesBottom };
  };
  return { top: end(tasks.from), bottom: end(tasks.to) };
}

/** From its arrival until the worker begins, the task waits behind others of its worker. */
function drawWait(ctx: Context2D, frame: Frame, fromNs: number, toNs: number, y: number, color: string): void {
  const { scale } = frame;
  const left = Math.max(scale.toX(fromNs), scale.left - HEAD);
  const right = Math.min(scale.toX(toNs), scale.right + HEAD);
  if (right - left >= 1)
    drawCurve(
      ctx,
      frame,
      [
        [left, y],
        [right, y],
      ],
      color,
      [],
    );
}

/** On a line of the ground's colour, so that it can be seen on any span. */
function drawCurve(ctx: Context2D, frame: Frame, points: readonly Point[], color: string, dash: number[]): void {
  const [first, ...rest] = points;
  if (first === undefined) return;
  for (const [stroke, width] of [
    [frame.theme.colors.bg, 3.5],
    [color, 1.5],
  ] as const) {
    ctx.strokeStyle = stroke;
    ctx.lineWidth = width;
    ctx.setLineDash(stroke === color ? dash : []);
    ctx.beginPath();
    ctx.moveTo(first[0], first[1]);
    for (const [x, y] of rest) ctx.lineTo(x, y);
    ctx.stroke();
  }
}

/** Its curve arrives upright. */
function drawHead(ctx: Context2D, [x, y]: Point, down: boolean, color: string): void {
  const back = down ? -HEAD : HEAD;
  ctx.fillStyle = color;
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(x - HEAD * 0.7, y + back);
  ctx.lineTo(x + HEAD * 0.7, y + back);
  ctx.closePath();
  ctx.fill();
}

function drawNote(ctx: Context2D, frame: Frame, { lanesBottom }: Layout, text: string): void {
  ctx.font = sansFont(frame);
  const width = ctx.measureText(text).width + 8;
  ctx.fillStyle = frame.theme.colors.bg;
  ctx.fillRect(GUTTER + 4, lanesBottom - 20, width, 16);
  ctx.fillStyle = frame.theme.colors.textMuted;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.fillText(text, GUTTER + 8, lanesBottom - 12);
}
