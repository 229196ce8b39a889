/** The moment that a replay shows: a line through all tracks, and on the axis its time. */
import { runExtent } from '../../derive/run-extent';
import { momentText } from '../../playback/moment-text';
import { clipToPlot, monoFont } from '../labels';
import { type Context2D, type Frame, GUTTER, type Overlay } from '../track';
import { type MomentTag, momentTags } from './moments';

const TAG_HEIGHT = 16;
/** Its time tells apart what is as far apart. */
const TAG_STEP_PX = 4;

export const playheadOverlay: Overlay = {
  id: 'playhead',
  draw(ctx, frame, { bottom }) {
    const tag = playheadTag(ctx, frame);
    if (tag === null) return;
    clipToPlot(ctx, frame, 0, bottom);
    ctx.fillStyle = frame.theme.colors.text;
    ctx.fillRect(Math.round(frame.scale.toX(frame.asOfNs)), 0, 1, bottom);
    drawTag(ctx, frame, tag);
    ctx.restore();
  },
};

/** Its time on the axis, on the side of the past if it can be: that is what is known. null: nothing is replayed, or it is not in view. */
export function playheadTag(ctx: Context2D, frame: Frame): MomentTag | null {
  const { asOfNs, scale, originNs, facts } = frame;
  if (asOfNs === Number.POSITIVE_INFINITY || asOfNs < scale.startNs || asOfNs > scale.endNs) return null;
  const lengthNs = runExtent(facts).endNs - originNs;
  const text = momentText(asOfNs - originNs, lengthNs, scale.nsPerPx * TAG_STEP_PX);
  ctx.font = monoFont(frame, 500);
  const width = ctx.measureText(text).width + 12;
  const x = Math.round(scale.toX(asOfNs));
  const before = { text, leftPx: x - width + 1, rightPx: x + 1 };
  const after = { text, leftPx: x, rightPx: x + width };
  if (before.leftPx < GUTTER) return after;
  // Over no word of the axis, where there is such a side.
  const hides = (tag: MomentTag): boolean =>
    momentTags(ctx, frame).some(({ leftPx, rightPx }) => leftPx < tag.rightPx && rightPx > tag.leftPx);
  return hides(before) && after.rightPx <= scale.right && !hides(after) ? after : before;
}

function drawTag(ctx: Context2D, frame: Frame, { text, leftPx, rightPx }: MomentTag): void {
  const { colors } = frame.theme;
  ctx.fillStyle = colors.text;
  ctx.fillRect(leftPx, 4, rightPx - leftPx, TAG_HEIGHT);
  ctx.font = monoFont(frame, 500);
  ctx.fillStyle = colors.bg;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.fillText(text, leftPx + 6, 4 + TAG_HEIGHT / 2);
}
