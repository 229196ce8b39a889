/** The axis: time since the first worker was started. Units come from the zoom, so that panning does not change them. */
import { formatTick } from '../../../shared/format';
import { clipToPlot, drawGutter, drawLabel, monoFont } from '../labels';
import { momentTags } from '../overlays/moments';
import { playheadTag } from '../overlays/playhead';
import { GUTTER, type Track } from '../track';

const HEIGHT = 28;

export const timeAxisTrack: Track = {
  id: 'time',
  height: HEIGHT,
  draw(ctx, frame, top) {
    const { scale, ticks, theme, originNs } = frame;
    ctx.fillStyle = theme.colors.bg;
    ctx.fillRect(GUTTER, top, scale.width, HEIGHT);
    clipToPlot(ctx, frame, top, HEIGHT);
    const playhead = playheadTag(ctx, frame);
    const tags = [...momentTags(ctx, frame), ...(playhead === null ? [] : [playhead])];
    ctx.font = monoFont(frame);
    ctx.textAlign = 'left';
    ctx.textBaseline = 'middle';
    for (const tick of ticks.at) {
      const x = Math.round(scale.toX(tick + originNs));
      ctx.fillStyle = theme.colors.hairline;
      ctx.fillRect(x, top + HEIGHT - 8, 1, 8);
      ctx.fillStyle = theme.colors.textMuted;
      const label = tickLabel(tick, ticks.stepNs);
      const end = x + 4 + ctx.measureText(label).width;
      const clear = tags.every(({ leftPx, rightPx }) => end < leftPx || x > rightPx);
      if (clear && end <= scale.right) ctx.fillText(label, x + 4, top + HEIGHT / 2 - 2);
    }
    ctx.restore();
    drawGutter(ctx, frame, top, HEIGHT);
    drawLabel(ctx, frame, top, HEIGHT, { text: 'time' });
  },
  hit: () => null,
};

/** Labels of the current step: formatting a number costs far more than looking it up, and most stay while panning. */
const labels = new Map<number, string>();
let labelledStep = 0;
const MOST_LABELS = 256;

function tickLabel(tickNs: number, stepNs: number): string {
  if (stepNs !== labelledStep || labels.size > MOST_LABELS) labels.clear();
  labelledStep = stepNs;
  const label = labels.get(tickNs) ?? formatTick(tickNs, stepNs);
  labels.set(tickNs, label);
  return label;
}
