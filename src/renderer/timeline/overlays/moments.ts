/** Vertical lines over all tracks: the call, its return, and the edge of now. */
import { formatDuration } from '../../../shared/format';
import { isLive } from '../../derive/is-live';
import { isSlicesOnly } from '../../derive/slices/is-slices-only';
import { hasHappened } from '../as-of';
import { clipToPlot, sansFont } from '../labels';
import { type Context2D, type Frame, GUTTER, type Overlay } from '../track';

export const momentsOverlay: Overlay = {
  id: 'moments',
  draw: (ctx, frame, { bottom }) => drawMoments(ctx, frame, bottom),
};

/** @param height of all tracks together */
function drawMoments(ctx: Context2D, frame: Frame, height: number): void {
  const { facts, theme, scale, nowNs } = frame;
  // A trace without a pool has no call.
  if (isSlicesOnly(facts)) return;
  const { calledAt, ended } = facts;
  clipToPlot(ctx, frame, 0, height);
  ctx.textBaseline = 'middle';
  ctx.font = sansFont(frame, 500);
  if (calledAt !== null && hasHappened(frame, calledAt))
    line(ctx, scale.toX(calledAt), height, theme.colors.accent, [4, 4]);
  if (ended !== null && hasHappened(frame, ended.at))
    line(ctx, scale.toX(ended.at), height, theme.colors.accent, [4, 4]);
  if (isLive(facts)) line(ctx, scale.toX(nowNs), height, theme.colors.accent, []);
  for (const tag of momentTags(ctx, frame)) drawTag(ctx, frame, tag);
  ctx.restore();
}

/** A word on the axis beside its line: to the left of it where there is room. */
export interface MomentTag {
  readonly text: string;
  readonly leftPx: number;
  readonly rightPx: number;
}

/** The words on the axis; other words there keep clear of them. */
export function momentTags(ctx: Context2D, frame: Frame): MomentTag[] {
  const { calledAt, ended } = frame.facts;
  if (isSlicesOnly(frame.facts) || calledAt === null || !hasHappened(frame, calledAt)) return [];
  ctx.font = sansFont(frame, 500);
  const call = tagAt(ctx, frame.scale.toX(calledAt), 'call');
  if (ended === null || !hasHappened(frame, ended.at)) return [call];
  // A recording that was cut short saw no return.
  const what = ended.status === 'unfinished' ? 'recorded for' : 'return after';
  const back = tagAt(ctx, frame.scale.toX(ended.at), `${what} ${formatDuration(ended.at - calledAt)}`);
  // Where the two are close the return says enough: it tells how long ago the call was.
  return call.rightPx <= back.leftPx || call.leftPx >= back.rightPx ? [call, back] : [back];
}

function tagAt(ctx: Context2D, x: number, text: string): MomentTag {
  const width = ctx.measureText(text).width + 8;
  const leftPx = x - width >= GUTTER ? x - width : x + 1;
  return { text, leftPx, rightPx: leftPx + width };
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

/** On a ground of its own, so that the line of another moment does not run through it. */
function drawTag(ctx: Context2D, frame: Frame, { text, leftPx, rightPx }: MomentTag): void {
  ctx.fillStyle = frame.theme.colors.bg;
  ctx.fillRect(leftPx, 4, rightPx - leftPx, 16);
  ctx.fillStyle = frame.theme.colors.accent;
  ctx.textAlign = 'left';
  ctx.fillText(text, leftPx + 4, 12);
}
