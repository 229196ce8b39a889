/** How any race stands, in sentences: which heat runs, and how many did not come to their end. */
import type { RaceState } from './race-store';

/** @returns null: it does not run */
export function runningWords({ contestants, rounds, heats, running, stopping }: RaceState): string | null {
  if (running === null) return null;
  const done = heats.reduce((sum, kept) => sum + kept.length, 0);
  const who = contestants[running.contestant]?.label ?? '';
  return `${stopping ? 'Stopping' : 'Running'}: heat ${done + 1} of ${contestants.length * rounds}, ${who}`;
}

/** What the figures leave out, and where tasks failed, so that nobody takes them for all; empty: nothing. */
export function caveats({ heats }: Pick<RaceState, 'heats'>): string {
  const all = heats.flat();
  const out = all.filter(({ status }) => status !== 'completed');
  const failed = all.filter(({ status, rows }) => status === 'completed' && rows.failed.includes(1));
  const words: string[] = [];
  if (failed.length > 0) words.push(`Tasks failed in ${failed.length} of ${all.length} heats.`);
  if (out.length > 0) {
    // Why somebody has stopped it they know.
    const why = out.find(({ status, message }) => status === 'broken' && message !== null)?.message;
    const many = `${out.length} of ${all.length} heats did not come to ${out.length === 1 ? 'its' : 'their'} end`;
    words.push(
      `${many} and ${out.length === 1 ? 'is' : 'are'} left out of the figures${why == null ? '.' : `: ${why}`}`,
    );
  }
  return words.join(' ');
}
