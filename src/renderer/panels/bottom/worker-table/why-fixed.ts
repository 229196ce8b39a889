/** Why the number of workers cannot be changed now. */
import { isLive, recordingOf } from '../../../derive/is-live';
import type { Facts } from '../../../store/facts';

/** @returns null while a pool runs, which can be resized */
export function whyFixed(facts: Pick<Facts, 'started' | 'ended'>): string | null {
  if (recordingOf(facts) !== null) return 'A recording has no pool to resize.';
  if (facts.started?.scenario?.engine === 'serial') return 'A plain loop has no pool to resize.';
  if (facts.started?.scenario?.engine === 'async') return 'An event loop has no pool to resize.';
  if (!isLive(facts)) return 'A pool can be resized while it runs; nothing runs now.';
  return null;
}
