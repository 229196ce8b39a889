import { describe, expect, it } from 'vitest';
import { createFactsStore, takeEvent } from '../../../../src/renderer/store/facts';
import {
  createNotesStore,
  draftNote,
  dropDraft,
  editNote,
  type NotesStore,
  removeNote,
  saveDraft,
} from '../../../../src/renderer/store/notes';
import { nanos } from '../../../../src/shared/units';
import { makeRun } from '../../../fixtures/make-run';

function add(store: NotesStore, atNs: number, text: string): void {
  draftNote(store, nanos(atNs), null);
  saveDraft(store, text);
}
const texts = (store: NotesStore): string[] => store.getState().notes.map(({ text }) => text);

describe('notes', () => {
  it('stand in the order of time, whenever they were written', () => {
    const store = createNotesStore();
    add(store, 30, 'third');
    add(store, 10, 'first');
    add(store, 20, 'second');
    expect(texts(store)).toEqual(['first', 'second', 'third']);
    expect(new Set(store.getState().notes.map(({ id }) => id)).size).toBe(3);
  });

  it('are changed in place', () => {
    const store = createNotesStore();
    add(store, 10, 'before');
    const id = store.getState().notes[0]?.id ?? -1;
    editNote(store, id);
    expect(store.getState().draft).toMatchObject({ id, text: 'before' });
    saveDraft(store, 'after');
    expect(store.getState()).toMatchObject({ notes: [{ id, atNs: 10, text: 'after' }], draft: null });
  });

  it('without text are none: neither a new one, nor one that was there', () => {
    const store = createNotesStore();
    add(store, 10, '   ');
    expect(texts(store)).toEqual([]);
    add(store, 10, 'there');
    editNote(store, store.getState().notes[0]?.id ?? -1);
    saveDraft(store, '');
    expect(texts(store)).toEqual([]);
  });

  it('have two hundred characters at most', () => {
    const store = createNotesStore();
    add(store, 10, 'x'.repeat(500));
    expect(texts(store)[0]).toHaveLength(200);
  });

  it('are left as they are when the editor is closed without saving', () => {
    const store = createNotesStore();
    add(store, 10, 'kept');
    editNote(store, store.getState().notes[0]?.id ?? -1);
    dropDraft(store);
    saveDraft(store, 'typed too late');
    expect(texts(store)).toEqual(['kept']);
  });

  it('are deleted, with the editor that is open on them', () => {
    const store = createNotesStore();
    add(store, 10, 'gone');
    const id = store.getState().notes[0]?.id ?? -1;
    editNote(store, id);
    removeNote(store, id);
    expect(store.getState()).toMatchObject({ notes: [], draft: null });
  });

  it('are kept until the next run starts', () => {
    const facts = createFactsStore();
    const store = createNotesStore(facts);
    const [started, ...rest] = makeRun({ tasks: 4 });
    if (started !== undefined) takeEvent(facts, started);
    add(store, 10, 'of this run');
    for (const event of rest) takeEvent(facts, event);
    expect(texts(store)).toEqual(['of this run']);
    if (started !== undefined) takeEvent(facts, started);
    expect(texts(store)).toEqual([]);
  });
});
