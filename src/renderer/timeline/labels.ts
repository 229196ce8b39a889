/** Text on the canvas: the column of labels at the left, and small texts in the plot. */
import { formatCount, formatRoundCount } from '../../shared/format';
import { KIND_LETTERS } from '../truth/method';
import { METHODS, type MethodId } from '../truth/methods';
import { type Context2D, type Frame, GUTTER } from './track';

export const LABEL_X = 28;
/** What a lane's truth is stands at the end of the column, behind all notes. */
export const TRUTH_PX = 24;
const MARGIN = 28;
const NOTE_GAP = 8;

export function sansFont(frame: Frame, weight = 400, px = 12): string {
  return `${weight} ${px}px ${frame.theme.colors.fontSans}`;
}

export function monoFont(frame: Frame, weight = 400, px = 12): string {
  return `${weight} ${px}px ${frame.theme.colors.fontMono}`;
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
  /** Instead of the note where that would run into the text. */
  readonly shortNote?: string;
  readonly mono?: boolean;
  readonly noteColor?: string;
  /** Size of the text; left out: 12. Where it is larger there is room for the note below it. */
  readonly px?: number;
}

/** How many, as a note. */
export function countNote(count: number): Pick<Label, 'note' | 'shortNote'> {
  return { note: formatCount(count), shortNote: formatRoundCount(count) };
}

export function drawLabel(ctx: Context2D, frame: Frame, top: number, height: number, label: Label): void {
  const { colors } = frame.theme;
  const { px = 12 } = label;
  const below = px > 12 && label.note !== undefined;
  const middle = top + height / 2;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  ctx.font = label.mono === true ? monoFont(frame, 400, px) : sansFont(frame, 400, px);
  ctx.fillStyle = label.mono === true ? colors.text : colors.textMuted;
  ctx.fillText(label.text, LABEL_X, below ? middle - 8 : middle);
  if (label.note === undefined) return;
  const taken = label.shortNote === undefined || below ? 0 : ctx.measureText(label.text).width;
  ctx.textAlign = below ? 'left' : 'right';
  ctx.font = sansFont(frame);
  ctx.fillStyle = label.noteColor ?? colors.textMuted;
  const room = GUTTER - MARGIN - LABEL_X - taken - NOTE_GAP;
  const fits = taken === 0 || ctx.measureText(label.note).width <= room;
  const note = fits ? label.note : (label.shortNote ?? label.note);
  ctx.fillText(note, below ? LABEL_X : GUTTER - MARGIN, below ? middle + 8 : middle);
}

/** Lower lanes have no room for a letter. */
export const TRUTH_LEAST_PX = 16;

/** The letter of what kind of truth a track shows, at the end of the column; what is simulated is boxed. */
export function drawTruth(ctx: Context2D, frame: Frame, top: number, height: number, method: MethodId): void {
  if (height < TRUTH_LEAST_PX) return;
  const { colors } = frame.theme;
  const { kind } = METHODS[method];
  const [x, y] = [GUTTER - TRUTH_PX / 2 - 1, top + height / 2];
  ctx.font = sansFont(frame);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = kind === 'simulated' ? colors.text : colors.textFaint;
  ctx.fillText(KIND_LETTERS[kind], x, y + 0.5);
  if (kind !== 'simulated') return;
  ctx.strokeStyle = colors.text;
  ctx.lineWidth = 1;
  ctx.strokeRect(Math.round(x) - 7.5, Math.round(y) - 7.5, 15, 15);
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
