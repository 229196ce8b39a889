/** How long work will still take that has taken so long for a share of it. */
import type { FramesDone } from './export-job';
import { formatCount, formatDuration, THIN_SPACE } from './format';

/** Before that a guess would jump. */
const FROM = { share: 0.02, ms: 1000 };

/** `12 s left`, `2 min 05 s left`; null: too early to tell. @param share that is done, 0..1 */
export function timeLeft(share: number, elapsedMs: number): string | null {
  if (share < FROM.share || elapsedMs < FROM.ms) return null;
  const seconds = Math.ceil((elapsedMs * (1 - share)) / share / 1000);
  return `${seconds < 60 ? `${seconds}${THIN_SPACE}s` : formatDuration(seconds * 1e9)} left`;
}

/** `frame 250 of 600, 12 s left`; empty: nothing is known yet. */
export function progressWords(share: number, frames: FramesDone, elapsedMs: number): string {
  const frame = frames === null ? null : `frame ${formatCount(frames.done)} of ${formatCount(frames.total)}`;
  return [frame, timeLeft(share, elapsedMs)].filter((words) => words !== null).join(', ');
}
