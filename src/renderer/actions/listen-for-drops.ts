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
    if (/\.[cm]?js$/i.test(file.name)) actions.takeModule(window.poolscope.pathOf(file));
    else toast(`${file.name} cannot be dropped here: expected a .js, .mjs or .cjs file`);
  };
  window.addEventListener('dragover', over);
  window.addEventListener('drop', drop);
  return () => {
    window.removeEventListener('dragover', over);
    window.removeEventListener('drop', drop);
  };
}
