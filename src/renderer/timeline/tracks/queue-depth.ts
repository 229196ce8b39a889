/** Queue depth over time: a stepped area; where samples share a pixel, it shows their true maximum. */

import { scaleLinear } from 'd3';
import { formatCount } from '../../../shared/format';
import { upperBound, upperBoundNear } from '../../derive/binary-search';
import { pinnedTruth } from '../../truth/lane-truth';
import { countKnown } from '../as-of';
import { clearPlot, clipToPlot, drawGutter, drawLabel } from '../labels';
import { type Context2D, type Frame, GUTTER, type Track } from '../track';

const HEIGHT = 44;
const TOP = 6;
const BASE = HEIGHT - 2;
/** Samples a pixel from which on two pixels share their maximum. */
const DENSE = 4;

export const queueDepthTrack: Track = {
  id: 'queue',
  truth: pinnedTruth('lane.queue'),
  height: HEIGHT,
  draw(ctx, frame, top) {
    const { queueDepth } = frame.facts.data;
    // Of the whole run, in a replay too: the curve keeps its scale.
    const deepest = frame.index.queueMax.max(0, queueDepth.length);
    clearPlot(ctx, frame, top, HEIGHT);
    if (deepest > 0) drawArea(ctx, frame, top, deepest);
    drawGutter(ctx, frame, top, HEIGHT);
    const known = countKnown(frame, frame.facts.data.queueAt);
    const last = formatCount(queueDepth.array[known - 1] ?? 0);
    const soFar = formatCount(frame.index.queueMax.max(0, known));
    const note = known === 0 ? {} : { note: `${last} / ${soFar}`, shortNote: last };
    drawLabel(ctx, frame, top, HEIGHT, { text: 'queue', ...note });
  },
  hit(x, _y, frame) {
    if (x < GUTTER) return null;
    const depth = maxDepth(frame, frame.scale.toNs(x), frame.scale.toNs(x + 1));
    return { row: null, merged: 0, text: `queue depth ${formatCount(depth)}` };
  },
};

function drawArea(ctx: Context2D, frame: Frame, top: number, deepest: number): void {
  const { scale, theme } = frame;
  const toY = scaleLinear([0, deepest], [top + BASE, top + TOP]);
  const { queueAt } = frame.facts.data;
  const from = Math.max(GUTTER, Math.floor(scale.toX(queueAt.array[0] ?? 0)));
  // The last sample holds until now.
  const to = Math.min(scale.right, scale.toX(frame.nowNs));
  if (from >= to) return;
  const steps: [x: number, y: number][] = [];
  const { array } = queueAt;
  const length = countKnown(frame, queueAt);
  // Samples up to the left edge of the pixel, then up to its right edge.
  let seen = upperBound(array, length, scale.toNs(from));
  const inView = upperBound(array, length, scale.toNs(to), seen) - seen;
  // Where each pixel has several samples anyway, the edge of a step tells nothing.
  const step = inView > DENSE * (to - from) ? 2 : 1;
  for (let x = from, last = -1; x < to; x += step) {
    const until = upperBoundNear(array, length, scale.toNs(x + step), seen);
    const depth = frame.index.queueMax.max(Math.max(0, seen - 1), until);
    seen = until;
    if (depth === last) continue;
    last = depth;
    steps.push([x, toY(depth)]);
  }
  clipToPlot(ctx, frame, top, HEIGHT);
  const trace = (): void => {
    ctx.beginPath();
    let y = toY(0);
    ctx.moveTo(from, y);
    for (const [x, next] of steps) {
      ctx.lineTo(x, y);
      ctx.lineTo(x, next);
      y = next;
    }
    ctx.lineTo(to, y);
  };
  trace();
  ctx.lineTo(to, toY(0));
  ctx.closePath();
  ctx.fillStyle = theme.colors.queueFill;
  ctx.fill();
  trace();
  ctx.strokeStyle = theme.colors.queueLine;
  ctx.lineWidth = 1.5;
  ctx.stroke();
  ctx.restore();
}

/** Largest depth in a stretch of time, the depth at its begin included. */
export function maxDepth({ facts, index }: Frame, fromNs: number, toNs: number): number {
  const { queueAt } = facts.data;
  const from = upperBound(queueAt.array, queueAt.length, fromNs);
  const to = upperBound(queueAt.array, queueAt.length, toNs, from);
  return index.queueMax.max(Math.max(0, from - 1), to);
}
