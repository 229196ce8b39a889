/** The card that a video may begin with: what was run and how, large enough for the last row. */
import { formatDuration } from '../../../shared/format';
import { speedInWords } from '../../../shared/video/video-limits';
import type { Facts } from '../../store/facts';
import type { Theme } from '../../timeline/theme';
import { figuresOf } from '../picture-title';
import { breakLines, cutToFit } from '../text-fit';

const MARGIN = 64;

export interface CardPlace {
  readonly width: number;
  readonly height: number;
  /** What the video shows, in ns. */
  readonly lengthNs: number;
  /** Time of the run in that of the video. */
  readonly speed: number;
}

/** @param ctx scaled to CSS pixels */
export function drawTitleCard(
  ctx: CanvasRenderingContext2D,
  { colors }: Theme,
  facts: Facts,
  { width, height, lengthNs, speed }: CardPlace,
): void {
  const size = Math.max(18, Math.min(48, Math.round(width / 26)));
  const room = width - 2 * Math.min(MARGIN, width / 12);
  ctx.fillStyle = colors.bg;
  ctx.fillRect(0, 0, width, height);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = colors.text;
  ctx.font = `600 ${size}px ${colors.fontSans}`;
  const name = breakLines(ctx, facts.started?.title ?? '', room, 2);
  const middle = height / 2 - size * 0.75;
  for (const [index, line] of name.entries()) {
    ctx.fillText(line, width / 2, middle + (index - name.length + 1) * size * 1.25);
  }
  ctx.fillStyle = colors.accent;
  ctx.fillRect(width / 2 - size, middle + size, 2 * size, 3);
  ctx.fillStyle = colors.textMuted;
  ctx.font = `400 ${Math.max(13, Math.round(size * 0.45))}px ${colors.fontSans}`;
  const pace = `${formatDuration(lengthNs)}, ${speedInWords(speed)}`;
  for (const [index, line] of [figuresOf(facts).join('  ·  '), pace].entries()) {
    ctx.fillText(cutToFit(ctx, line, room), width / 2, middle + size * (1.9 + 0.8 * index));
  }
}
