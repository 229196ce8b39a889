/** Notes that a person has pinned to moments of the run that is shown. They come with its file and go into it again. */
import { createStore } from 'zustand/vanilla';
import type { SavedNote } from '../../shared/annotations';
import { type Nanos, nanos, type Row } from '../../shared/units';
import type { FactsStore } from './facts';

export interface Note {
  readonly id: number;
  /** On the clock of the run's telemetry. */
  readonly atNs: Nanos;
  /** The task that it is about; null: none. */
  readonly row: Row | null;
  readonly text: string;
}

/** What is being typed: a new note, or the one with this id. */
export interface NoteDraft extends Omit<Note, 'id'> {
  readonly id: number | null;
}

export interface Notes {
  /** By time. */
  readonly notes: readonly Note[];
  readonly draft: NoteDraft | null;
  readonly nextId: number;
  /** Changes by a person since the run is shown; 0: as it came. Whoever saves them watches it. */
  readonly revision: number;
}

export const MOST_NOTE_CHARS = 200;

export const noNotes = (): Notes => ({ notes: [], draft: null, nextId: 1, revision: 0 });

/** @param facts notes go with the run that they are about */
export function createNotesStore(facts?: FactsStore) {
  const store = createStore<Notes>(noNotes);
  facts?.subscribe((now, before) => {
    if (now.data !== before.data) store.setState(asLoaded(now.started?.annotations.notes ?? []));
  });
  return store;
}
export type NotesStore = ReturnType<typeof createNotesStore>;

function asLoaded(saved: readonly SavedNote[]): Notes {
  const notes = saved.map(
    ({ atNs, row, text }, index): Note => ({
      id: index + 1,
      atNs: nanos(atNs),
      row: row === null ? null : (row as Row),
      text,
    }),
  );
  return { ...noNotes(), notes: notes.sort((a, b) => a.atNs - b.atNs), nextId: notes.length + 1 };
}

/** Opens the editor for a new note. */
export function draftNote(store: NotesStore, atNs: Nanos, row: Row | null): void {
  store.setState({ draft: { id: null, atNs, row, text: '' } });
}

/** Opens the editor for a note that is there. */
export function editNote(store: NotesStore, id: number): void {
  const note = store.getState().notes.find((each) => each.id === id);
  if (note !== undefined) store.setState({ draft: note });
}

/** Takes what was typed; a note without text is none. */
export function saveDraft(store: NotesStore, typed: string): void {
  const { draft, notes, nextId, revision } = store.getState();
  if (draft === null) return;
  const text = typed.trim().slice(0, MOST_NOTE_CHARS);
  const others = notes.filter(({ id }) => id !== draft.id);
  const saved = text === '' ? [] : [{ ...draft, id: draft.id ?? nextId, text }];
  store.setState({
    notes: [...others, ...saved].sort((a, b) => a.atNs - b.atNs || a.id - b.id),
    draft: null,
    nextId: nextId + 1,
    revision: revision + 1,
  });
}

export function dropDraft(store: NotesStore): void {
  store.setState({ draft: null });
}

export function removeNote(store: NotesStore, id: number): void {
  const { notes, draft, revision } = store.getState();
  store.setState({
    notes: notes.filter((note) => note.id !== id),
    draft: draft?.id === id ? null : draft,
    revision: revision + 1,
  });
}
