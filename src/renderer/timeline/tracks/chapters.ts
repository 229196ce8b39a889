/**
 * The chapters of the run below the axis: a numbered flag where each begins, with its title as far as there is room up
 * to the next. Where a run is replayed, those that are still to come are drawn in outline.
 */
import type { Chapter } from '../../../shared/annotations';
import { hasHappened } from '../as-of';
import { clearPlot, clipToPlot, drawGutter, drawLabel, monoFont, sansFont } from '../labels';
import { type Context2D, type Frame, GUTTER, type Overlay, type Track } from '../track';

const HEIGHT = 24;
const FLAG = { top: 4, height: 16, padding: 4, digit: 8 } as const;
const TITLE_GAP = 6;
/** Less of a title is not worth reading. */
const MIN_TITLE_PX = 24;
/** How far beside its flag a chapter can be pointed at. */
const REACH = 2;

interface FlagPlace {
  readonly chapter: Chapter;
  /** From 0, by time. */
  readonly index: number;
  readonly leftPx: number;
  /** End of the flag. */
  readonly rightPx: number;
  /** Up to where there is room for the title. */
  readonly endPx: number;
}

export const chaptersTrack: Track = {
  id: 'chapters',
  height: HEIGHT,
  draw(ctx, frame, top) {
    clearPlot(ctx, frame, top, HEIGHT);
    clipToPlot(ctx, frame, top, HEIGHT);
    for (const place of flagPlaces(frame)) drawFlag(ctx, frame, top, place);
    ctx.restore();
    drawGutter(ctx, frame, top, HEIGHT);
    drawLabel(ctx, frame, top, HEIGHT, { text: 'chapters', note: String(frame.chapters?.length ?? 0) });
  },
  /** Flag and title are one. Where two overlap it is the later one. */
  hit(x, _y, frame) {
    const place = flagPlaces(frame).findLast(({ leftPx, endPx }) => x >= leftPx - REACH && x < endPx);
    if (place === undefined) return null;
    const { title, caption } = place.chapter;
    const text = [title || 'Untitled', caption].filter((part) => part !== '').join(': ');
    return { row: null, merged: 0, text: `${place.index + 1}. ${text}`, chapter: place.index };
  },
};

/** Lines from the flags down through the tracks: where a chapter begins. */
export const chapterLines: Overlay = {
  id: 'chapters',
  draw(ctx, frame, layout) {
    const track = layout.pinned.find((place) => place.track.id === 'chapters');
    if (track === undefined) return;
    const top = track.top + FLAG.top + FLAG.height;
    clipToPlot(ctx, frame, 0, layout.bottom);
    ctx.strokeStyle = frame.theme.colors.accent;
    ctx.lineWidth = 1;
    ctx.setLineDash([2, 4]);
    for (const { chapter, leftPx } of flagPlaces(frame)) {
      if (!hasHappened(frame, chapter.atNs)) continue;
      ctx.beginPath();
      ctx.moveTo(leftPx + 0.5, top);
      ctx.lineTo(leftPx + 0.5, layout.bottom);
      ctx.stroke();
    }
    ctx.setLineDash([]);
    ctx.restore();
  },
};

/** Flags that are in view, and the one before them, whose title may reach into it. */
function flagPlaces({ scale, chapters = [] }: Frame): FlagPlace[] {
  const places: FlagPlace[] = [];
  let endPx: number = scale.right;
  for (let index = chapters.length - 1; index >= 0; index--) {
    const chapter = chapters[index];
    if (chapter === undefined || chapter.atNs > scale.endNs) continue;
    const isBefore = chapter.atNs < scale.startNs;
    // The flag of a chapter that began earlier stands at the edge, as long as it is told.
    const leftPx = isBefore ? GUTTER : Math.round(scale.toX(chapter.atNs));
    const rightPx = leftPx + FLAG.padding * 2 + String(index + 1).length * FLAG.digit;
    if (isBefore && rightPx > endPx) break;
    places.push({ chapter, index, leftPx, rightPx, endPx: Math.max(rightPx, endPx) });
    endPx = leftPx - TITLE_GAP;
    if (isBefore) break;
  }
  return places.reverse();
}

function drawFlag(
  ctx: Context2D,
  frame: Frame,
  top: number,
  { chapter, index, leftPx, rightPx, endPx }: FlagPlace,
): void {
  const { colors } = frame.theme;
  const isToCome = !hasHappened(frame, chapter.atNs);
  const middle = top + FLAG.top + FLAG.height / 2 + 0.5;
  ctx.fillStyle = isToCome ? colors.bg : colors.accent;
  ctx.fillRect(leftPx, top + FLAG.top, rightPx - leftPx, FLAG.height);
  ctx.lineWidth = 1;
  ctx.strokeStyle = isToCome ? colors.accent : colors.bg;
  ctx.strokeRect(leftPx + 0.5, top + FLAG.top + 0.5, rightPx - leftPx - 1, FLAG.height - 1);
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'center';
  ctx.font = monoFont(frame, 600);
  ctx.fillStyle = isToCome ? colors.accent : colors.bg;
  ctx.fillText(String(index + 1), (leftPx + rightPx) / 2, middle);
  const room = endPx - rightPx - TITLE_GAP;
  if (room < MIN_TITLE_PX) return;
  ctx.textAlign = 'left';
  ctx.font = sansFont(frame, 500);
  ctx.fillStyle = isToCome ? colors.textMuted : colors.text;
  ctx.fillText(cut(ctx, chapter.title, room), rightPx + TITLE_GAP, middle);
}

/** As much of a text as there is room for. */
function cut(ctx: Context2D, text: string, room: number): string {
  if (ctx.measureText(text).width <= room) return text;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (ctx.measureText(`${text.slice(0, middle).trimEnd()}…`).width <= room) low = middle;
    else high = middle - 1;
  }
  return low < 2 ? '' : `${text.slice(0, low).trimEnd()}…`;
}
