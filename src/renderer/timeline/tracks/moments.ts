/** Vertical lines over all tracks: the call, its return, and the edge of now. */
import { formatDuration } from '../../derive/format';
import { clipToPlot, sansFont } from '../labels';
import { type Context2D, type Frame, GUTTER } from '../track';

/** @param height of all tracks together */
export function drawMoments(ctx: Context2D, frame: Frame, height: number): void {
  const { facts, theme, scale, nowNs } = frame;
  const { calledAt, ended, started } = facts;
  clipToPlot(ctx, frame, 0, height);
  ctx.textBaseline = 'middle';
  ctx.font = sansFont(frame, 500);
  if (calledAt !== null) line(ctx, scale.toX(calledAt), height, theme.colors.accent, [4, 4]);
  if (ended !== null) line(ctx, scale.toX(ended.at), height, theme.colors.accent, [4, 4]);
  if (started !== null && ended === null) line(ctx, scale.toX(nowNs), height, theme.colors.accent, []);
  if (calledAt !== null) tag(ctx, frame, scale.toX(calledAt), 'call');
  if (calledAt !== null && ended !== null) {
    tag(ctx, frame, scale.toX(ended.at), `return after ${formatDuration(ended.at - calledAt)}`);
  }
  ctx.restore();
}

function line(ctx: Context2D, x: number, height: number, color: string, dash: number[]): void {
  ctx.strokeStyle = color;
  ctx.lineWidth = 1;
  ctx.setLineDash(dash);
  ctx.beginPath();
  ctx.moveTo(Math.round(x) + 0.5, 0);
  ctx.lineTo(Math.round(x) + 0.5, height);
  ctx.stroke();
  ctx.setLineDash([]);
}

/** A word on the axis beside its line, on a ground of its own: to the left where there is room. */
function tag(ctx: Context2D, frame: Frame, x: number, text: string): void {
  const width = ctx.measureText(text).width + 8;
  const left = x - width >= GUTTER ? x - width : x + 1;
  ctx.fillStyle = frame.theme.colors.bg;
  ctx.fillRect(left, 4, width, 16);
  ctx.fillStyle = frame.theme.colors.accent;
  ctx.textAlign = 'left';
  ctx.fillText(text, left + 4, 12);
}
