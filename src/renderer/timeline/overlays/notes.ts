/** Notes on the axis: a flag at each, with a line down through the tracks. */
import type { Note } from '../../store/notes';
import { hasHappened } from '../as-of';
import { clipToPlot } from '../labels';
import type { Layout } from '../layout';
import { type Context2D, type Frame, GUTTER } from '../track';

const FLAG = { width: 9, height: 8 } as const;
/** How far from its pole a flag can be pointed at. */
const REACH = { left: 3, right: 12 } as const;

export function drawNotes(ctx: Context2D, frame: Frame, layout: Layout, notes: readonly Note[]): void {
  const { scale, theme } = frame;
  const seen = notes.filter(({ atNs }) => atNs >= scale.startNs && atNs <= scale.endNs && hasHappened(frame, atNs));
  if (seen.length === 0) return;
  const axis = axisOf(layout);
  clipToPlot(ctx, frame, 0, layout.bottom);
  ctx.strokeStyle = theme.colors.textMuted;
  ctx.lineWidth = 1;
  for (const { atNs } of seen) {
    const x = Math.round(scale.toX(atNs));
    const foot = axis.bottom - 1;
    ctx.setLineDash([1, 3]);
    ctx.beginPath();
    ctx.moveTo(x + 0.5, foot);
    ctx.lineTo(x + 0.5, layout.bottom);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.fillStyle = theme.colors.text;
    ctx.fillRect(x, foot - FLAG.height - 4, 1, FLAG.height + 4);
    ctx.beginPath();
    ctx.moveTo(x + 1, foot - FLAG.height - 4);
    ctx.lineTo(x + FLAG.width, foot - FLAG.height / 2 - 4);
    ctx.lineTo(x + 1, foot - 4);
    ctx.closePath();
    ctx.fill();
  }
  ctx.restore();
}

/** The note whose flag is at a point; the later one where two overlap; null: none. */
export function noteAt(frame: Frame, layout: Layout, notes: readonly Note[], x: number, y: number): Note | null {
  const axis = axisOf(layout);
  if (y < axis.top || y >= axis.bottom || x < GUTTER) return null;
  const near = notes.filter(({ atNs }) => {
    if (!hasHappened(frame, atNs)) return false;
    const from = x - frame.scale.toX(atNs);
    return from >= -REACH.left && from <= REACH.right;
  });
  return near.at(-1) ?? null;
}

function axisOf({ pinned }: Layout): { readonly top: number; readonly bottom: number } {
  const axis = pinned.find(({ track }) => track.id === 'time');
  return { top: axis?.top ?? 0, bottom: (axis?.top ?? 0) + (axis?.track.height ?? 0) };
}
