/** The range that is summed up: what is outside is dimmed, its lanes are bracketed, its length stands on the axis. */
import { formatDuration } from '../../../shared/format';
import type { Range } from '../../store/view';
import { clipToPlot, sansFont } from '../labels';
import type { Layout } from '../layout';
import { type Context2D, type Frame, GUTTER, type Overlay } from '../track';
import { momentTags } from './moments';

const LABEL_HEIGHT = 16;
const HANDLE = { width: 4, height: 12 } as const;

export const rangeOverlay: Overlay = {
  id: 'range',
  draw(ctx, frame, layout) {
    const { range } = frame.view;
    if (range === null) return;
    const { bottom } = layout;
    const x0 = Math.round(frame.scale.toX(range.startNs));
    const x1 = Math.round(frame.scale.toX(range.endNs));
    clipToPlot(ctx, frame, 0, bottom);
    ctx.fillStyle = frame.theme.veil;
    const left = Math.max(GUTTER, x0);
    const right = Math.min(frame.scale.right, x1);
    if (left > GUTTER) ctx.fillRect(GUTTER, 0, Math.min(left, frame.scale.right) - GUTTER, bottom);
    if (right < frame.scale.right) {
      const from = Math.max(GUTTER, right);
      ctx.fillRect(from, 0, frame.scale.right - from, bottom);
    }
    dimOtherLanes(ctx, frame, layout, range, left, right);
    drawEdges(ctx, frame, x0, x1, bottom);
    drawLength(ctx, frame, range, left, right);
    ctx.restore();
  },
};

function dimOtherLanes(
  ctx: Context2D,
  frame: Frame,
  layout: Layout,
  { workers }: Range,
  left: number,
  right: number,
): void {
  if (workers === null || right <= left) return;
  for (const { track, top } of layout.lanes) {
    if (workers.some((worker) => track.showsWorker(worker, frame))) continue;
    const from = Math.max(top, layout.lanesTop);
    ctx.fillRect(left, from, right - left, Math.min(top + track.height, layout.lanesBottom) - from);
  }
}

function drawEdges(ctx: Context2D, frame: Frame, x0: number, x1: number, bottom: number): void {
  ctx.fillStyle = frame.theme.colors.focus;
  for (const [x, side] of [
    [x0, -1],
    [x1, 0],
  ] as const) {
    ctx.fillRect(x + side, 0, 1, bottom);
    // Something to take hold of.
    const half = HANDLE.width / 2;
    ctx.fillRect(x + side + 0.5 - half, (bottom - HANDLE.height) / 2, HANDLE.width, HANDLE.height);
  }
}

/** On a ground of its own: tick labels run below it. */
function drawLength(ctx: Context2D, frame: Frame, range: Range, left: number, right: number): void {
  if (right <= left) return;
  const text = formatDuration(range.endNs - range.startNs);
  ctx.font = sansFont(frame, 500);
  const width = ctx.measureText(text).width + 12;
  const within = (x: number): number => Math.min(Math.max(x, GUTTER), frame.scale.right - width);
  const places = [(left + right - width) / 2, left, right - width, right, left - width].map(within);
  // Where it hides no word of the axis, if there is such a place.
  const tags = momentTags(ctx, frame);
  const clear = places.find((place) => tags.every((tag) => place + width < tag.leftPx || place > tag.rightPx));
  const x = clear ?? places[0] ?? left;
  ctx.font = sansFont(frame, 500);
  ctx.fillStyle = frame.theme.colors.focus;
  ctx.fillRect(left, 2, right - left, 2);
  ctx.fillRect(x, 4, width, LABEL_HEIGHT);
  ctx.fillStyle = frame.theme.colors.bg;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.fillText(text, x + 6, 4 + LABEL_HEIGHT / 2);
}
