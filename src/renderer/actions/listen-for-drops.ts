/** A JavaScript file that is dropped anywhere on the window becomes the scenario's function. */
import { toast } from 'sonner';
import type { Actions } from './actions';

/** @returns a function that ends it */
export function listenForDrops(actions: Actions): () => void {
  // Without this the page would be told to show the file, which it may not.
  const over = (event: DragEvent): void => event.preventDefault();
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    const path = window.poolscope.pathOf(file);
    // What is dragged out of another window may be a file without a place on disk.
    if (path !== '' && /\.[cm]?js$/.test(file.name)) actions.takeModule(path);
    else toast(`${file.name} cannot be dropped here: expected a .js, .mjs or .cjs file on this machine`);
  };
  window.addEventListener('dragover', over);
  window.addEventListener('drop', drop);
  return () => {
    window.removeEventListener('dragover', over);
    window.removeEventListener('drop', drop);
  };
}
