import { describe, expect, it } from 'vitest';
import {
  addChapter,
  addChapters,
  type ChaptersStore,
  changeChapter,
  createChaptersStore,
  removeChapters,
} from '../../../../src/renderer/store/chapters';
import { createFactsStore, takeEvent } from '../../../../src/renderer/store/facts';
import type { Chapter } from '../../../../src/shared/annotations';
import { makeRun } from '../../../fixtures/make-run';

const chapter = (atNs: number, title = `at ${atNs}`): Chapter => ({ atNs, title, caption: '', pause: true });
const titles = (store: ChaptersStore): string[] => store.getState().chapters.map(({ title }) => title);

/** A store beside a run whose file has chapters. */
function opened(chapters: readonly Chapter[]) {
  const facts = createFactsStore();
  const store = createChaptersStore(facts);
  const show = (saved: readonly Chapter[]): void => {
    for (const event of makeRun({ tasks: 4 })) {
      const annotations = { notes: [], chapters: [...saved] };
      takeEvent(facts, event.type === 'started' ? { ...event, annotations } : event);
    }
  };
  show(chapters);
  return { store, show };
}

describe('chapters', () => {
  it('stand in the order of time, whenever they were made', () => {
    const store = createChaptersStore();
    for (const at of [30, 10, 20]) addChapter(store, chapter(at));
    expect(titles(store)).toEqual(['at 10', 'at 20', 'at 30']);
    expect(new Set(store.getState().ids).size).toBe(3);
  });

  it('come with the file of a run, by time, and that is no change to save', () => {
    const { store } = opened([chapter(20), chapter(10)]);
    expect(titles(store)).toEqual(['at 10', 'at 20']);
    expect(store.getState().revision).toBe(0);
  });

  it('are those of the run that is shown: a new run has none', () => {
    const { store, show } = opened([chapter(10)]);
    addChapter(store, chapter(20));
    show([]);
    expect(store.getState()).toMatchObject({ chapters: [], ids: [], revision: 0 });
  });

  it('are changed in place, and move when their time does', () => {
    const { store } = opened([chapter(10), chapter(20)]);
    const [first = 0] = store.getState().ids;
    changeChapter(store, first, { title: 'later', atNs: 30 });
    expect(titles(store)).toEqual(['at 20', 'later']);
    expect(store.getState().ids.at(-1)).toBe(first);
    expect(store.getState().revision).toBe(1);
  });

  it('do not count as changed when a field is left as it was', () => {
    const { store } = opened([chapter(10, 'same')]);
    const before = store.getState();
    changeChapter(store, before.ids[0] ?? 0, { title: 'same' });
    changeChapter(store, 99, { title: 'nobody' });
    expect(store.getState()).toBe(before);
  });

  it('are as long as a file takes them', () => {
    const store = createChaptersStore();
    addChapter(store, { ...chapter(1, 'x'.repeat(500)), caption: 'y'.repeat(500) });
    expect(store.getState().chapters[0]?.title).toHaveLength(80);
    expect(store.getState().chapters[0]?.caption).toHaveLength(300);
  });

  it('are a thousand at most, as many as a file takes', () => {
    const store = createChaptersStore();
    const many = Array.from({ length: 1200 }, (_, at) => chapter(at));
    expect(addChapters(store, many)).toBe(1000);
    expect(addChapter(store, chapter(5))).toBeNull();
    expect(store.getState().chapters).toHaveLength(1000);
  });

  it('come back where they were when deleting them is undone', () => {
    const { store } = opened([chapter(10), chapter(20), chapter(30)]);
    const before = store.getState();
    const undo = removeChapters(store, [before.ids[1] ?? 0]);
    expect(titles(store)).toEqual(['at 10', 'at 30']);
    undo();
    expect(store.getState().chapters).toEqual(before.chapters);
    expect(store.getState().ids).toEqual(before.ids);
    expect(store.getState().revision).toBe(2);
  });

  it('do not come back into another run', () => {
    const { store, show } = opened([chapter(10)]);
    const undo = removeChapters(store, store.getState().ids);
    show([chapter(50)]);
    undo();
    expect(titles(store)).toEqual(['at 50']);
  });
});
