/** The caption of the chapter that is under way, below the timeline. */
import type { Caption } from '../derive/caption-at';
import type { Theme } from '../timeline/theme';
import type { StageContext } from './stage';
import { breakLines, cutToFit } from './text-fit';

export const CAPTION_HEIGHT = 104;
const MARGIN = 24;
const LINE = 24;

export function drawCaption(
  ctx: StageContext,
  { colors }: Theme,
  chapter: Caption | null,
  { top, width }: { readonly top: number; readonly width: number },
): void {
  ctx.fillStyle = colors.surface;
  ctx.fillRect(0, top, width, CAPTION_HEIGHT);
  ctx.fillStyle = colors.hairline;
  ctx.fillRect(0, top, width, 1);
  if (chapter === null) return;
  const room = width - 2 * MARGIN;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = colors.text;
  ctx.font = `600 24px ${colors.fontSans}`;
  ctx.fillText(cutToFit(ctx, chapter.title, room), MARGIN, top + 25);
  ctx.font = `400 18px ${colors.fontSans}`;
  for (const [index, line] of breakLines(ctx, chapter.caption, room, 2).entries()) {
    ctx.fillText(line, MARGIN, top + 56 + index * LINE);
  }
}
