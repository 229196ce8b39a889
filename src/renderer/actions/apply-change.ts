/** Puts a value that was advised into the form, and lets the person take it back. */
import { toast } from 'sonner';
import type { Change } from '../derive/advice/finding';
import type { DraftStore } from '../store/draft';

/** Long enough to look at the form and think again. */
const SHOWN_MS = 10_000;

export function applyChange(draft: DraftStore, { path, value, text }: Change): void {
  const before = draft.getState().fields[path] ?? '';
  draft.set(path, value);
  toast(`Done in the scenario: ${text.charAt(0).toLowerCase()}${text.slice(1)}. Space runs it.`, {
    duration: SHOWN_MS,
    action: {
      label: 'Undo',
      onClick: () => {
        // What was typed since then is not undone.
        if (draft.getState().fields[path] === value) draft.set(path, before);
      },
    },
  });
}
