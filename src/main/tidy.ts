/** What Poolscopes that were killed have left behind on this machine, gone at the next start. */
import { removeOldFiles } from '../boundary/temporary-file';
import { removeLeftBehind } from './run/shared-ledger';

/** Never rejects: what cannot be removed now can be later. */
export async function tidy(): Promise<void> {
  // One that fails keeps the other from nothing.
  for (const remove of [() => removeOldFiles(), () => removeLeftBehind()]) {
    try {
      await remove();
    } catch (error) {
      console.error(error);
    }
  }
}
