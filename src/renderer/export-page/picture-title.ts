/** The head of a picture: the run's name, its figures, and the moment that is shown. */

import { formatClock, formatCount, formatDuration } from '../../shared/format';
import { isLoop, loopWord } from '../../shared/scenario';
import { speedInWords } from '../../shared/video/video-limits';
import { runExtent } from '../derive/run-extent';
import type { Facts } from '../store/facts';
import type { Theme } from '../timeline/theme';
import type { StageContext } from './stage';
import { cutToFit } from './text-fit';

export const TITLE_HEIGHT = 64;
const MARGIN = 16;
const CLOCK_WIDTH = 200;

export interface TitlePlace {
  readonly width: number;
  /** ns since the clock base; null: the whole run. */
  readonly atNs: number | null;
  /** Lanes that the picture has no room for. */
  readonly hidden: number;
  /** Notes of which only the flags are there. */
  readonly notesLeftOut: number;
  /** The run's time in that of the video; null: there is none. */
  readonly speed: number | null;
}

export function drawTitle(
  ctx: StageContext,
  { colors }: Theme,
  facts: Facts,
  { width, atNs, hidden, notesLeftOut, speed }: TitlePlace,
) {
  const room = width - 2 * MARGIN - (atNs === null ? 0 : CLOCK_WIDTH);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.font = `600 18px ${colors.fontSans}`;
  ctx.fillStyle = colors.text;
  ctx.fillText(cutToFit(ctx, facts.started?.title ?? 'No run', room), MARGIN, 22);
  ctx.font = `400 13px ${colors.fontSans}`;
  ctx.fillStyle = colors.textMuted;
  const missing = [
    ...(hidden > 0 ? [counted(hidden, 'lane')] : []),
    ...(notesLeftOut > 0 ? [counted(notesLeftOut, 'note')] : []),
  ];
  const figures = missing.length === 0 ? figuresOf(facts) : [...figuresOf(facts), `no room for ${missing.join(', ')}`];
  ctx.fillText(cutToFit(ctx, figures.join('  ·  '), room), MARGIN, 44);
  if (atNs !== null) {
    const { originNs, endNs } = runExtent(facts);
    ctx.font = `500 18px ${colors.fontMono}`;
    ctx.textAlign = 'right';
    ctx.fillStyle = colors.text;
    ctx.fillText(formatClock(Math.max(0, atNs - originNs), endNs - originNs), width - MARGIN, speed === null ? 32 : 22);
    ctx.font = `400 13px ${colors.fontSans}`;
    ctx.fillStyle = colors.textMuted;
    if (speed !== null) ctx.fillText(speedInWords(speed), width - MARGIN, 44);
  }
  ctx.fillStyle = colors.hairline;
  ctx.fillRect(0, TITLE_HEIGHT - 1, width, 1);
}

/** What was run and how long it took, in a few words. */
export function figuresOf(facts: Facts): string[] {
  const { started, ended, calledAt, data } = facts;
  if (started === null) return [];
  const { scenario } = started;
  const figures = [
    ...(scenario === null ? [] : [isLoop(scenario.engine) ? loopWord(scenario.engine) : scenario.call.method]),
    counted(data.workers.length, scenario?.engine === 'async' ? 'place' : 'worker'),
    counted(started.tasks > 0 || data.table.length === 0 ? started.tasks : data.table.length, 'task'),
  ];
  if (ended === null || calledAt === null) return figures;
  const wall = `wall time ${formatDuration(ended.at - calledAt)}`;
  return ended.status === 'completed' ? [...figures, wall] : [...figures, wall, ended.status];
}

const counted = (count: number, word: string): string => `${formatCount(count)} ${word}${count === 1 ? '' : 's'}`;
