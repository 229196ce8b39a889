/** Follows the file that is being opened, and ends that where the person wants no more of it. */
import { toast } from 'sonner';
import type { FileOpening } from '../../shared/file-opening';
import { openingStore } from '../store/opening';

/** The message of a file that is not whole. */
const CUT_SHORT = 'cut-short';

/** Takes in how far it is. The sentence of a file that is not whole is told once; that of a refused one is an answer. */
export function takeOpening(news: FileOpening): void {
  const before = openingStore.getState().opening;
  openingStore.setState({ opening: news });
  // What was said of another file is over.
  if (before !== null && before.runId !== news.runId) toast.dismiss(CUT_SHORT);
  if (news.state !== 'cut-short' || news.message === null) return;
  toast(news.message, { id: CUT_SHORT, duration: 20_000, closeButton: true });
}

/** @returns whether a file was being read */
export function cancelOpening(): boolean {
  const { opening } = openingStore.getState();
  if (opening?.state !== 'reading') return false;
  // A refusal says that it is read already: nothing to tell.
  void window.poolscope.call('file:cancel', { runId: opening.runId });
  return true;
}
