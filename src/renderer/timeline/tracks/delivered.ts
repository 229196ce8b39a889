/** Results reaching the caller: a tick for each moment of delivery, taller where several share a pixel. */

import { formatCount } from '../../../shared/format';
import { countBetween, lowerBound, lowerBoundNear } from '../../derive/binary-search';
import { nearestMoment } from '../../derive/nearest-edge';
import { pinnedTruth } from '../../truth/lane-truth';
import { countKnown, knownRight } from '../as-of';
import { clearPlot, countNote, drawGutter, drawLabel, monoFont } from '../labels';
import { type Context2D, type Frame, GUTTER, type Track } from '../track';

/** Results that come within so many pixels share a tick. */
const TICK = 2;
const HEIGHT = 28;
const BASE = 22;
const TALLEST = 16;

export const deliveredTrack: Track = {
  id: 'delivered',
  truth: pinnedTruth('lane.delivered'),
  height: HEIGHT,
  draw(ctx, frame, top) {
    clearPlot(ctx, frame, top, HEIGHT);
    drawTicks(ctx, frame, top);
    drawGutter(ctx, frame, top, HEIGHT);
    const length = countKnown(frame, frame.facts.data.deliveredAt);
    drawLabel(ctx, frame, top, HEIGHT, { text: 'delivered', ...(length > 0 ? countNote(length) : {}) });
  },
  hit(x, _y, frame) {
    if (x < GUTTER) return null;
    const { deliveredAt, deliveredRows } = frame.facts.data;
    const from = frame.scale.toNs(x - 2);
    const count = countBetween(deliveredAt.array, deliveredAt.length, from, frame.scale.toNs(x + 3));
    if (count === 0) return null;
    const first = lowerBound(deliveredAt.array, deliveredAt.length, from);
    if (count === 1) return { row: deliveredRows.array[first] ?? 0, merged: 1, text: '' };
    return { row: null, merged: count, text: `${formatCount(count)} results delivered` };
  },
  nearestEdge(atNs, reachNs, { facts }) {
    const { array, length } = facts.data.deliveredAt;
    return nearestMoment(array, length, atNs, reachNs);
  },
};

/** From tick to tick: costs a search for each two pixels that have one. */
function drawTicks(ctx: Context2D, frame: Frame, top: number): void {
  const { scale, theme, facts } = frame;
  const { array } = facts.data.deliveredAt;
  const length = countKnown(frame, facts.data.deliveredAt);
  ctx.fillStyle = theme.colors.delivered;
  ctx.font = monoFont(frame);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  let next = lowerBound(array, length, scale.startNs);
  while (next < length) {
    const x = Math.floor(scale.toX(array[next] ?? 0));
    if (x > scale.right) return;
    const after = lowerBoundNear(array, length, scale.toNs(x + TICK), next + 1);
    const count = after - next;
    const height = Math.min(TALLEST, 6 + 3 * Math.log2(count));
    ctx.fillRect(x, top + BASE - height, 1.5, height);
    const free = after < length ? scale.toX(array[after] ?? 0) - x : knownRight(frame) - x;
    if (count > 1 && free > 56) ctx.fillText(`× ${formatCount(count)}`, x + 6, top + HEIGHT / 2);
    next = after;
  }
}
