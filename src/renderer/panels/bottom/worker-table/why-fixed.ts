/** Why the number of workers cannot be changed now. */
import type { Facts } from '../../../store/facts';

/** @returns null while a pool runs, which can be resized */
export function whyFixed({ started, ended }: Pick<Facts, 'started' | 'ended'>): string | null {
  if (started?.scenario?.engine === 'serial') return 'A plain loop has no pool to resize.';
  if (started === null || ended !== null) return 'A pool can be resized while it runs; nothing runs now.';
  return null;
}
