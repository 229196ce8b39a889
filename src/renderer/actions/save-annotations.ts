/**
 * Saves notes and chapters of the run that is shown into its file, a moment after they have changed. What waits goes out
 * at once when another run is shown or the window closes.
 */
import { toast } from 'sonner';
import type { Annotations } from '../../shared/annotations';
import { chaptersStore, factsStore, notesStore } from '../store';
import type { ChaptersStore } from '../store/chapters';
import type { FactsStore } from '../store/facts';
import type { NotesStore } from '../store/notes';
import { ask } from './ask';

const PAUSE_MS = 800;

export interface AnnotationSaver {
  flush(): void;
}

interface SaverParts {
  readonly facts: FactsStore;
  readonly notes: NotesStore;
  readonly chapters: ChaptersStore;
  save(runId: number, annotations: Annotations): void;
}

export function makeAnnotationSaver({ facts, notes, chapters, save }: SaverParts): AnnotationSaver {
  let pending: { readonly runId: number; readonly annotations: Annotations } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = (): void => {
    clearTimeout(timer);
    if (pending === null) return;
    const { runId, annotations } = pending;
    pending = null;
    save(runId, annotations);
  };
  const changed = (now: { readonly revision: number }, before: { readonly revision: number }): void => {
    const { started } = facts.getState();
    // Revision 0: they came with the run.
    if (started === null || now.revision === before.revision || now.revision === 0) return;
    pending = { runId: started.runId, annotations: annotationsOf(notes, chapters) };
    clearTimeout(timer);
    timer = setTimeout(flush, PAUSE_MS);
  };

  notes.subscribe(changed);
  chapters.subscribe(changed);
  facts.subscribe((now, before) => {
    if (now.data !== before.data) flush();
  });
  return { flush };
}

/** As they stand in a file. */
export function annotationsOf(notes: NotesStore, chapters: ChaptersStore): Annotations {
  return {
    notes: notes.getState().notes.map(({ atNs, row, text }) => ({ atNs, row, text })),
    chapters: [...chapters.getState().chapters],
  };
}

/** Notes of a run that is in no file: said once for each such run. */
let toldRun = 0;

let saver: AnnotationSaver | null = null;

/** Begins to save what is written on the runs of the window. */
export function saveAnnotations(): void {
  saver = makeAnnotationSaver({ facts: factsStore, notes: notesStore, chapters: chaptersStore, save: saveOrSay });
  window.addEventListener('pagehide', flushAnnotations);
}

/** Saves what waits to be saved, if anything does. */
export function flushAnnotations(): void {
  saver?.flush();
}

async function saveOrSay(runId: number, annotations: Annotations): Promise<void> {
  const { started } = factsStore.getState();
  const { source } = started?.runId === runId ? started : { source: null };
  try {
    await ask('run:annotate', { runId, annotations });
  } catch (error) {
    const canCopy = source?.kind === 'file' && source.format === 'session';
    if (!canCopy && toldRun === runId) return;
    toldRun = runId;
    toast.error(messageOf(error), {
      id: 'notes-not-saved',
      duration: 20_000,
      closeButton: true,
      ...(canCopy ? { action: { label: 'Save a copy', onClick: () => void saveCopy(runId, annotations) } } : {}),
    });
  }
}

/** The run with what is written on it, under a name that the person chooses. */
export async function saveCopy(runId: number, annotations = annotationsOf(notesStore, chaptersStore)): Promise<void> {
  try {
    const path = await ask('recording:save-as', { runId, annotations });
    if (path !== null) toast(`Saved as ${path}`);
  } catch (error) {
    toast.error(messageOf(error));
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
