/** Notes in words above the timeline: in a picture nobody can point at their flags. */
import type { Note } from '../store/notes';
import type { Theme } from '../timeline/theme';
import type { TimeScale } from '../timeline/time-scale';
import type { Context2D } from '../timeline/track';
import type { StageContext } from './stage';
import { cutToFit } from './text-fit';

export const NOTE_ROW = 20;
/** More notes side by side than these rows hold are told by their flags alone. */
const MOST_ROWS = 4;
const WIDEST = 280;
const PADDING = 4;
const GAP = 8;

export interface PlacedNote {
  readonly atNs: number;
  readonly text: string;
  /** Where its line is. */
  readonly x: number;
  readonly left: number;
  readonly width: number;
  /** 0 is next to the timeline. */
  readonly row: number;
}

export interface PlacedNotes {
  readonly placed: readonly PlacedNote[];
  readonly rows: number;
  /** Notes for which there was no room. */
  readonly leftOut: number;
}

export const notesFont = ({ colors }: Pick<Theme, 'colors'>): string => `400 12px ${colors.fontSans}`;

/** @param notes by time @param ctx with the font of notes */
export function placeNotes(notes: readonly Note[], scale: TimeScale, ctx: Pick<Context2D, 'measureText'>): PlacedNotes {
  const ends: number[] = [];
  const placed: PlacedNote[] = [];
  let leftOut = 0;
  for (const { atNs, text } of notes) {
    if (atNs < scale.startNs || atNs > scale.endNs) continue;
    const x = Math.round(scale.toX(atNs));
    const shown = cutToFit(ctx, text.replace(/\s+/g, ' '), Math.min(WIDEST, scale.width - 2 * PADDING));
    const width = ctx.measureText(shown).width + 2 * PADDING;
    const left = Math.max(scale.left, Math.min(x, scale.right - width));
    const free = ends.findIndex((end) => end + GAP <= left);
    const row = free === -1 ? ends.length : free;
    if (row >= MOST_ROWS) {
      leftOut++;
      continue;
    }
    ends[row] = left + width;
    placed.push({ atNs, text: shown, x, left, width, row });
  }
  return { placed, rows: ends.length, leftOut };
}

/** @param bottom upper edge of the timeline @param asOfNs what was noted later is not drawn */
export function drawNoteTexts(
  ctx: StageContext,
  theme: Theme,
  { placed }: PlacedNotes,
  { bottom, asOfNs }: { readonly bottom: number; readonly asOfNs: number },
): void {
  const { colors } = theme;
  const seen = placed.filter(({ atNs }) => atNs <= asOfNs);
  ctx.fillStyle = colors.hairline;
  for (const { x, row } of seen) ctx.fillRect(x, bottom - row * NOTE_ROW - 4, 1, row * NOTE_ROW + 4);
  ctx.font = notesFont(theme);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  for (const { text, left, width, row } of seen) {
    const top = bottom - (row + 1) * NOTE_ROW;
    ctx.fillStyle = colors.surface;
    ctx.fillRect(left, top + 2, width, NOTE_ROW - 4);
    ctx.fillStyle = colors.text;
    ctx.fillText(text, left + PADDING, top + NOTE_ROW / 2);
  }
}
