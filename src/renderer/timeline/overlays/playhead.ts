/** The moment that a replay shows: a line through all tracks, and on the axis its time. */
import { runExtent } from '../../derive/run-extent';
import { momentText } from '../../playback/moment-text';
import { clipToPlot, monoFont } from '../labels';
import { type Context2D, type Frame, GUTTER, type Overlay } from '../track';

const TAG_HEIGHT = 16;
/** Its time tells apart what is as far apart. */
const TAG_STEP_PX = 4;

export const playheadOverlay: Overlay = {
  id: 'playhead',
  draw(ctx, frame, { bottom }) {
    const { asOfNs, scale, theme, originNs, facts } = frame;
    if (asOfNs === Number.POSITIVE_INFINITY || asOfNs < scale.startNs || asOfNs > scale.endNs) return;
    const x = Math.round(scale.toX(asOfNs));
    clipToPlot(ctx, frame, 0, bottom);
    ctx.fillStyle = theme.colors.text;
    ctx.fillRect(x, 0, 1, bottom);
    const lengthNs = runExtent(facts).endNs - originNs;
    drawTag(ctx, frame, x, momentText(asOfNs - originNs, lengthNs, scale.nsPerPx * TAG_STEP_PX));
    ctx.restore();
  },
};

/** On the axis, over its labels: on the side of the past, as what is known; on the other where there is no room. */
function drawTag(ctx: Context2D, frame: Frame, x: number, text: string): void {
  const { colors } = frame.theme;
  ctx.font = monoFont(frame, 500);
  const width = ctx.measureText(text).width + 12;
  const left = x - width >= GUTTER ? x - width + 1 : x;
  ctx.fillRect(left, 4, width, TAG_HEIGHT);
  ctx.fillStyle = colors.bg;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.fillText(text, left + 6, 4 + TAG_HEIGHT / 2);
}
