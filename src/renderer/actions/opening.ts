/** Follows the file that is being opened, and ends that where the person wants no more of it. */
import { toast } from 'sonner';
import type { FileOpening } from '../../shared/file-opening';
import { openingStore } from '../store/opening';

/** Takes in how far it is. The sentence of a file that is not whole is told once; that of a refused one is an answer. */
export function takeOpening(news: FileOpening): void {
  openingStore.setState({ opening: news });
  if (news.state === 'cut-short' && news.message !== null) toast(news.message, { duration: 20_000, closeButton: true });
}

/** @returns whether a file was being read */
export function cancelOpening(): boolean {
  const { opening } = openingStore.getState();
  if (opening?.state !== 'reading') return false;
  // A refusal says that it is read already: nothing to tell.
  void window.poolscope.call('file:cancel', { runId: opening.runId });
  return true;
}
