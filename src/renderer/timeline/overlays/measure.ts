/** What is measured: a line at each end, and between them the time, also as a share of the run. */
import { formatDuration, formatPercent } from '../../../shared/format';
import type { View } from '../../store/view';
import { clipToPlot, sansFont } from '../labels';
import { snap } from '../snap';
import { type Context2D, type Frame, GUTTER, type Overlay } from '../track';

const LABEL_HEIGHT = 20;
const HEAD = 4;

export const measureOverlay: Overlay = {
  id: 'measure',
  draw(ctx, frame, layout) {
    const { measure, tool, pointer } = frame.view;
    clipToPlot(ctx, frame, 0, layout.bottom);
    ctx.strokeStyle = frame.theme.colors.text;
    ctx.lineWidth = 1;
    // Where a drag would begin.
    if (tool === 'measure' && pointer !== null) {
      const x = frame.scale.toX(snap(frame, layout, { x: pointer.xPx, y: pointer.yPx }));
      drawVertical(ctx, x, layout.bottom, [2, 2]);
    }
    if (measure !== null) {
      const x0 = frame.scale.toX(Math.min(measure.startNs, measure.endNs));
      const x1 = frame.scale.toX(Math.max(measure.startNs, measure.endNs));
      drawVertical(ctx, x0, layout.bottom, []);
      drawVertical(ctx, x1, layout.bottom, []);
      drawDistance(ctx, frame, x0, x1, layout.lanesTop - LABEL_HEIGHT / 2 - 4, measureText(frame));
    }
    ctx.restore();
  },
};

interface MeasureFacts extends Pick<Frame, 'facts' | 'nowNs'> {
  readonly view: Pick<View, 'measure'>;
}

/** `12.1 ms · 4.1 % of the run`. */
export function measureText({ facts, view: { measure }, nowNs }: MeasureFacts): string {
  if (measure === null) return '';
  const length = Math.abs(measure.endNs - measure.startNs);
  const { calledAt, ended } = facts;
  const wall = calledAt === null ? Number.NaN : (ended?.at ?? nowNs) - calledAt;
  const share = wall > 0 ? ` · ${formatPercent(length / wall)} of the run` : '';
  return `${formatDuration(length)}${share}`;
}

function drawVertical(ctx: Context2D, atX: number, bottom: number, dash: number[]): void {
  const x = Math.round(atX) + 0.5;
  ctx.setLineDash(dash);
  ctx.beginPath();
  ctx.moveTo(x, 0);
  ctx.lineTo(x, bottom);
  ctx.stroke();
  ctx.setLineDash([]);
}

function drawDistance(ctx: Context2D, frame: Frame, x0: number, x1: number, y: number, text: string): void {
  const { colors } = frame.theme;
  ctx.beginPath();
  ctx.moveTo(x0, y);
  ctx.lineTo(x1, y);
  for (const [x, towards] of [
    [x0, 1],
    [x1, -1],
  ] as const) {
    if (x1 - x0 < 3 * HEAD) continue;
    ctx.moveTo(x + towards * HEAD, y - HEAD);
    ctx.lineTo(x, y);
    ctx.lineTo(x + towards * HEAD, y + HEAD);
  }
  ctx.stroke();
  ctx.font = sansFont(frame, 500);
  const width = ctx.measureText(text).width + 16;
  // Between the ends where there is room, else beside the later one, always within the plot.
  const wanted =
    x1 - x0 >= width + 4 * HEAD ? (Math.max(x0, GUTTER) + Math.min(x1, frame.scale.right) - width) / 2 : x1 + 4;
  const x = Math.min(Math.max(wanted, GUTTER), frame.scale.right - width);
  ctx.fillStyle = colors.text;
  ctx.fillRect(x, y - LABEL_HEIGHT / 2, width, LABEL_HEIGHT);
  ctx.fillStyle = colors.bg;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.fillText(text, x + 8, y + 0.5);
}
