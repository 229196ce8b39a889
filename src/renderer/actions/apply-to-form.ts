/** Puts values that somebody advised into the form, and lets the person take them back. The run is theirs to start. */
import { toast } from 'sonner';
import type { DraftStore } from '../store/draft';

/** Long enough to look at the form and think again. */
const SHOWN_MS = 10_000;

/**
 * @param values by the path of their field
 * @param sentence says what has changed
 * @param id of the message; one with the same id takes its place
 */
export function applyToForm(
  draft: DraftStore,
  values: Readonly<Record<string, string>>,
  sentence: string,
  id?: string,
): void {
  const { fields } = draft.getState();
  const changes = Object.entries(values).map(([path, value]) => ({ path, value, before: fields[path] ?? '' }));
  for (const { path, value } of changes) draft.set(path, value);
  toast(`${sentence} Space runs it.`, {
    ...(id === undefined ? {} : { id }),
    duration: SHOWN_MS,
    action: {
      label: 'Undo',
      onClick: () => {
        // What was typed since then is not undone.
        for (const { path, value, before } of changes) {
          if (draft.getState().fields[path] === value) draft.set(path, before);
        }
      },
    },
  });
}
