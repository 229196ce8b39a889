/** Small drawn shapes: what went wrong, what is selected, what a worker is doing. */
import type { WorkerState } from '../derive/worker-state';
import type { Context2D, Frame } from './track';

/** A cross, `size` px wide, centred; outlined in the background colour so that it stands out on any span. */
export function drawCross(ctx: Context2D, frame: Frame, x: number, y: number, size: number): void {
  const half = size / 2;
  for (const [color, width] of [
    [frame.theme.colors.bg, 5],
    [frame.theme.colors.error, 2],
  ] as const) {
    ctx.strokeStyle = color;
    ctx.lineWidth = width;
    ctx.beginPath();
    ctx.moveTo(x - half, y - half);
    ctx.lineTo(x + half, y + half);
    ctx.moveTo(x + half, y - half);
    ctx.lineTo(x - half, y + half);
    ctx.stroke();
  }
}

/** A frame around a span, at least 6 px wide, so that one too short to see can be found. */
export function outlineSpan(ctx: Context2D, x0: number, x1: number, y: number, height: number, color: string): void {
  const middle = (x0 + x1) / 2;
  const half = Math.max(3, (x1 - x0) / 2);
  ctx.strokeStyle = color;
  ctx.lineWidth = 2;
  ctx.strokeRect(middle - half - 1, y - 1, 2 * half + 2, height + 2);
}

/** The state as a shape, 8 px wide, centred: told apart without colour. */
export function drawStateMark(ctx: Context2D, frame: Frame, state: WorkerState, x: number, y: number): void {
  const { colors } = frame.theme;
  if (state === 'crashed') {
    drawCross(ctx, frame, x, y, 7);
    return;
  }
  const color = STATE_COLORS[state];
  ctx.fillStyle = colors[color];
  ctx.strokeStyle = colors[color];
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  if (state === 'running') ctx.rect(x - 4, y - 4, 8, 8);
  else if (state === 'receiving' || state === 'sending') {
    // An arrow head: into the worker, out of it.
    const tip = state === 'receiving' ? 4 : -4;
    ctx.moveTo(x + tip, y);
    ctx.lineTo(x - tip, y - 4);
    ctx.lineTo(x - tip, y + 4);
    ctx.closePath();
  } else if (state === 'exited' || state === 'exiting') ctx.rect(x - 4, y - 1, 8, 2);
  else ctx.rect(x - 3.25, y - 3.25, 6.5, 6.5);
  if (state === 'idle' || state === 'booting') ctx.stroke();
  else ctx.fill();
}

const STATE_COLORS = {
  booting: 'boot',
  idle: 'textFaint',
  receiving: 'loads',
  running: 'run',
  sending: 'dumps',
  exiting: 'textFaint',
  exited: 'textFaint',
} as const satisfies Record<Exclude<WorkerState, 'crashed'>, string>;

/** At the label of a lane that is folded away: a head of an arrow, which would open it. */
export function drawFolded(ctx: Context2D, frame: Frame, x: number, y: number): void {
  ctx.fillStyle = frame.theme.colors.textMuted;
  ctx.beginPath();
  ctx.moveTo(x - 2, y - 3);
  ctx.lineTo(x + 2, y);
  ctx.lineTo(x - 2, y + 3);
  ctx.closePath();
  ctx.fill();
}
