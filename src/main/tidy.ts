/** What Poolscopes that were killed have left behind on this machine, gone at the next start. */
import { removeOldFiles } from '../boundary/temporary-file';
import { removeLeftBehind } from './run/shared-ledger';

/** Never rejects: what cannot be removed now can be later. */
export async function tidy(): Promise<void> {
  try {
    removeOldFiles();
    await removeLeftBehind();
  } catch (error) {
    console.error(error);
  }
}
