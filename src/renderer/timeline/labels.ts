/** Text on the canvas: the column of labels at the left, and small texts in the plot. */
import { type Context2D, type Frame, GUTTER } from './track';

export const LABEL_X = 28;
const MARGIN = 12;

export function sansFont(frame: Frame, weight = 400): string {
  return `${weight} 12px ${frame.theme.colors.fontSans}`;
}

export function monoFont(frame: Frame, weight = 400): string {
  return `${weight} 12px ${frame.theme.colors.fontMono}`;
}

/** Clears the label column of a track and draws the line below the track. */
export function drawGutter(ctx: Context2D, frame: Frame, top: number, height: number): void {
  const { colors } = frame.theme;
  ctx.fillStyle = colors.bg;
  ctx.fillRect(0, top, GUTTER, height);
  ctx.fillStyle = colors.hairline;
  ctx.fillRect(0, top + height - 1, frame.scale.right, 1);
  ctx.fillRect(GUTTER - 1, top, 1, height);
}

export interface Label {
  readonly text: string;
  /** Right-aligned at the end of the column. */
  readonly note?: string;
  readonly mono?: boolean;
  readonly noteColor?: string;
}

export function drawLabel(ctx: Context2D, frame: Frame, top: number, height: number, label: Label): void {
  const { colors } = frame.theme;
  const y = top + height / 2;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  ctx.font = label.mono === true ? monoFont(frame) : sansFont(frame);
  ctx.fillStyle = label.mono === true ? colors.text : colors.textMuted;
  ctx.fillText(label.text, LABEL_X, y);
  if (label.note === undefined) return;
  ctx.textAlign = 'right';
  ctx.font = sansFont(frame);
  ctx.fillStyle = label.noteColor ?? colors.textMuted;
  ctx.fillText(label.note, GUTTER - MARGIN, y);
}

/** Clears the plot of a track down to the lines of the time axis. */
export function clearPlot(ctx: Context2D, frame: Frame, top: number, height: number): void {
  const { theme, scale, ticks, originNs } = frame;
  ctx.fillStyle = theme.colors.bg;
  ctx.fillRect(GUTTER, top, scale.width, height);
  ctx.fillStyle = theme.grid;
  for (const tick of ticks.at) ctx.fillRect(Math.round(scale.toX(tick + originNs)), top, 1, height);
}

/** Limits drawing to the plot of a track until `ctx.restore()`. */
export function clipToPlot(ctx: Context2D, frame: Frame, top: number, height: number): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(GUTTER, top, frame.scale.width, height);
  ctx.clip();
}
