/**
 * The gap that was asked about, and the spans that prove the answer. Told apart by form: the gap is dashed and bears a
 * question mark, what proves the answer has corners and a number.
 */
import { hasHappened } from '../as-of';
import { sansFont } from '../labels';
import { type Layout, laneOfWorker } from '../layout';
import { type Context2D, type Frame, GUTTER, type Overlay } from '../track';

const INSET = 2;
/** Narrower than this a frame could not be seen. */
const LEAST_WIDTH = 8;
const CORNER = 5;
const TAG = 14;

export const evidenceOverlay: Overlay = {
  id: 'evidence',
  draw(ctx, frame, layout) {
    const { gap, evidence } = frame.view;
    if (gap === null && evidence.length === 0) return;
    if (gap !== null) drawSpan(ctx, frame, layout, gap, { dash: [4, 3], tag: '?' });
    for (const [position, span] of evidence.entries()) {
      drawSpan(ctx, frame, layout, span, { dash: [], tag: String(position + 1) });
    }
  },
};

interface Place {
  readonly top: number;
  readonly height: number;
  /** What of the lane is not hidden under the pinned tracks. */
  readonly clipTop: number;
  readonly clipBottom: number;
}

/** @param worker null: the caller. @returns null where the lane is not in view */
function placeOf(frame: Frame, layout: Layout, worker: number | null): Place | null {
  const { lanesTop, lanesBottom } = layout;
  if (worker === null) {
    const caller = layout.pinned.find(({ track }) => track.id === 'caller');
    if (caller === undefined) return null;
    const { top, track } = caller;
    return { top, height: track.height, clipTop: top, clipBottom: top + track.height };
  }
  const lane = laneOfWorker(layout, frame, worker);
  return lane === null
    ? null
    : { top: lane.top, height: lane.track.height, clipTop: lanesTop, clipBottom: lanesBottom };
}

interface Look {
  readonly dash: number[];
  readonly tag: string;
}

function drawSpan(
  ctx: Context2D,
  frame: Frame,
  layout: Layout,
  span: { readonly worker: number | null; readonly startNs: number; readonly endNs: number },
  { dash, tag }: Look,
): void {
  const place = placeOf(frame, layout, span.worker);
  const { scale, theme } = frame;
  if (place === null || !hasHappened(frame, span.startNs)) return;
  const [x0, x1] = [scale.toX(span.startNs), Math.min(scale.toX(span.endNs), scale.toX(frame.asOfNs))];
  const middle = (x0 + x1) / 2;
  const half = Math.max(LEAST_WIDTH, x1 - x0) / 2;
  // Of a span that reaches far beyond the view only the edge of the view is drawn along.
  const left = Math.max(middle - half, GUTTER - 2 * TAG);
  const right = Math.min(middle + half, scale.right + 2 * TAG);
  if (right < GUTTER || left > scale.right) return;
  const top = place.top + INSET;
  const height = place.height - 2 * INSET - 1;
  ctx.save();
  ctx.beginPath();
  ctx.rect(GUTTER, place.clipTop, scale.width, place.clipBottom - place.clipTop);
  ctx.clip();
  // On a line of the ground's colour it can be seen on any span.
  for (const [color, width] of [
    [theme.colors.bg, 4],
    [theme.colors.text, 2],
  ] as const) {
    ctx.strokeStyle = color;
    ctx.lineWidth = width;
    ctx.setLineDash(color === theme.colors.bg ? [] : dash);
    ctx.strokeRect(left, top, right - left, height);
  }
  ctx.setLineDash([]);
  ctx.fillStyle = theme.colors.text;
  if (dash.length === 0) drawCorners(ctx, left, right, top, top + height);
  drawTag(ctx, frame, Math.min(Math.max(left, GUTTER), scale.right - TAG), top, tag);
  ctx.restore();
}

function drawCorners(ctx: Context2D, left: number, right: number, top: number, bottom: number): void {
  for (const [x, y, dx, dy] of [
    [left, top, 1, 1],
    [right, top, -1, 1],
    [left, bottom, 1, -1],
    [right, bottom, -1, -1],
  ] as const) {
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(x + dx * CORNER, y);
    ctx.lineTo(x, y + dy * CORNER);
    ctx.closePath();
    ctx.fill();
  }
}

function drawTag(ctx: Context2D, frame: Frame, x: number, y: number, text: string): void {
  const { colors } = frame.theme;
  ctx.fillStyle = colors.text;
  ctx.fillRect(x, y, TAG, TAG);
  ctx.fillStyle = colors.bg;
  ctx.font = sansFont(frame, 600);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillText(text, x + TAG / 2, y + TAG / 2 + 0.5);
}
