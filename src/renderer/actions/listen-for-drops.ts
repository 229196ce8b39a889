/**
 * A file that is dropped anywhere on the window: JavaScript becomes the scenario's function, everything else is opened as
 * what it is by its content.
 */
import { toast } from 'sonner';
import type { Actions } from './actions';

/** @returns a function that ends it */
export function listenForDrops(actions: Pick<Actions, 'takeModule' | 'openFile'>): () => void {
  // Without this the page would be told to show the file, which it may not.
  const over = (event: DragEvent): void => event.preventDefault();
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    const [file, ...more] = event.dataTransfer?.files ?? [];
    if (file === undefined) return;
    if (more.length > 0) toast(`One file at a time: ${file.name} is taken.`);
    const path = window.poolscope.pathOf(file);
    // What is dragged out of another window may be a file without a place on disk.
    if (path === '') toast(`${file.name} cannot be dropped here: expected a file on this machine`);
    else if (/\.[cm]?js$/.test(file.name)) actions.takeModule(path);
    else actions.openFile(path);
  };
  window.addEventListener('dragover', over);
  window.addEventListener('drop', drop);
  return () => {
    window.removeEventListener('dragover', over);
    window.removeEventListener('drop', drop);
  };
}
