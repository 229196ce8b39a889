/** Callbacks as instants: a diamond for a callback, a cross for an error callback, one mark where several share a pixel. */

import { formatCount } from '../../../shared/format';
import { CALLBACK_KINDS } from '../../../shared/telemetry';
import { countBetween, lowerBound } from '../../derive/binary-search';
import { pinnedTruth } from '../../truth/lane-truth';
import { countKnown, knownRight } from '../as-of';
import { clearPlot, countNote, drawGutter, drawLabel, monoFont } from '../labels';
import { drawCross } from '../marks';
import { type Context2D, type Frame, GUTTER, type Track } from '../track';

const HEIGHT = 24;
const MIDDLE = 12;
/** Half a mark, in CSS pixels. */
const HALF = 4;
/** Marks closer than this lie on each other: the nearest pixels count as one. */
const REACH_PX = 2;
const ERROR = CALLBACK_KINDS.indexOf('error-callback');

export const callbacksTrack: Track = {
  id: 'callbacks',
  truth: pinnedTruth('lane.callbacks'),
  height: HEIGHT,
  draw(ctx, frame, top) {
    clearPlot(ctx, frame, top, HEIGHT);
    drawMarks(ctx, frame, top);
    drawGutter(ctx, frame, top, HEIGHT);
    drawLabel(ctx, frame, top, HEIGHT, {
      text: 'callbacks',
      ...countNote(countKnown(frame, frame.facts.data.callbackAt)),
    });
  },
  hit(x, _y, frame) {
    if (x < GUTTER) return null;
    const { callbackAt, callbackTask, callbackKind } = frame.facts.data;
    const from = frame.scale.toNs(x - HALF);
    const count = countBetween(callbackAt.array, callbackAt.length, from, frame.scale.toNs(x + HALF + 1));
    if (count === 0) return null;
    const first = lowerBound(callbackAt.array, callbackAt.length, from);
    if (count > 1) return { row: null, merged: count, text: `${formatCount(count)} callbacks` };
    const kind = callbackKind.array[first] === ERROR ? 'error callback' : 'callback';
    return { row: null, merged: 1, text: `${kind} of task ${formatCount(callbackTask.array[first] ?? 0)}` };
  },
};

/** From mark to mark: costs a search for each pixel that has one. */
function drawMarks(ctx: Context2D, frame: Frame, top: number): void {
  const { scale, theme, facts } = frame;
  const { callbackAt, callbackKind } = facts.data;
  const { array } = callbackAt;
  const length = countKnown(frame, callbackAt);
  ctx.font = monoFont(frame);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  let next = lowerBound(array, length, scale.startNs);
  while (next < length) {
    const x = Math.floor(scale.toX(array[next] ?? 0));
    if (x > scale.right) return;
    const after = lowerBound(array, length, scale.toNs(x + REACH_PX), next + 1);
    const count = after - next;
    if (callbackKind.array[next] === ERROR) drawCross(ctx, frame, x, top + MIDDLE, 2 * HALF - 1);
    else drawDiamond(ctx, x, top + MIDDLE, theme.colors.delivered);
    const free = (after < length ? scale.toX(array[after] ?? 0) : knownRight(frame)) - x;
    ctx.fillStyle = theme.colors.delivered;
    if (count > 1 && free > 56) ctx.fillText(`× ${formatCount(count)}`, x + 8, top + MIDDLE);
    next = after;
  }
}

function drawDiamond(ctx: Context2D, x: number, y: number, color: string): void {
  ctx.fillStyle = color;
  ctx.beginPath();
  ctx.moveTo(x, y - HALF);
  ctx.lineTo(x + HALF, y);
  ctx.lineTo(x, y + HALF);
  ctx.lineTo(x - HALF, y);
  ctx.closePath();
  ctx.fill();
}
