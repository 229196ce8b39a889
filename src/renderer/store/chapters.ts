/**
 * Chapters of the run that is shown: stretches with a title and a caption, at which replay may pause. They come with
 * the run's file and go into it again; whoever saves them watches `revision`, which only changes made here count up.
 */
import { createStore } from 'zustand/vanilla';
import { type Chapter, MOST_CAPTION_CHARS, MOST_CHAPTERS, MOST_TITLE_CHARS } from '../../shared/annotations';
import type { FactsStore } from './facts';

export interface Chapters {
  /** By time. */
  readonly chapters: readonly Chapter[];
  /** What tells them apart while they are edited, in the same order. */
  readonly ids: readonly number[];
  readonly nextId: number;
  /** The chapter whose title is to be typed now; null: none. */
  readonly naming: number | null;
  /** Changes by a person since the run is shown; 0: as it came. */
  readonly revision: number;
  /** Counts the runs that were shown. */
  readonly run: number;
}

export const noChapters = (): Chapters => ({ chapters: [], ids: [], nextId: 1, naming: null, revision: 0, run: 0 });

/** @param facts chapters go with the run that they are about */
export function createChaptersStore(facts?: FactsStore) {
  const store = createStore<Chapters>(noChapters);
  facts?.subscribe((now, before) => {
    if (now.data !== before.data)
      store.setState(asLoaded(now.started?.annotations.chapters ?? [], store.getState().run + 1));
  });
  return store;
}
export type ChaptersStore = ReturnType<typeof createChaptersStore>;

function asLoaded(chapters: readonly Chapter[], run: number): Chapters {
  const sorted = [...chapters].sort((a, b) => a.atNs - b.atNs);
  const ids = sorted.map((_, index) => index + 1);
  return { ...noChapters(), chapters: sorted, ids, nextId: sorted.length + 1, run };
}

/** @returns how many there was room for; the rest is left out */
export function addChapters(store: ChaptersStore, added: readonly Chapter[]): number {
  const { chapters, nextId } = store.getState();
  const taken = added.slice(0, Math.max(0, MOST_CHAPTERS - chapters.length));
  if (taken.length === 0) return 0;
  keep(store, [
    ...listed(store),
    ...taken.map((chapter, index) => ({ id: nextId + index, chapter: fitting(chapter) })),
  ]);
  store.setState({ nextId: nextId + taken.length });
  return taken.length;
}

/** @returns the new chapter's id; null: there is no room for more */
export function addChapter(store: ChaptersStore, chapter: Chapter): number | null {
  const { nextId } = store.getState();
  return addChapters(store, [chapter]) === 1 ? nextId : null;
}

export function changeChapter(store: ChaptersStore, id: number, change: Partial<Chapter>): void {
  const known = listed(store);
  const changed = known.map((one) => (one.id === id ? { id, chapter: fitting({ ...one.chapter, ...change }) } : one));
  const before = known.find((one) => one.id === id)?.chapter;
  const after = changed.find((one) => one.id === id)?.chapter;
  // Leaving a field as it was is no change, and nothing to save.
  if (before !== undefined && after !== undefined && !isSame(before, after)) keep(store, changed);
}

/** @returns a function that takes it back */
export function removeChapters(store: ChaptersStore, ids: readonly number[]): () => void {
  const removed = listed(store).filter(({ id }) => ids.includes(id));
  if (removed.length === 0) return () => undefined;
  const { run } = store.getState();
  keep(
    store,
    listed(store).filter(({ id }) => !ids.includes(id)),
  );
  return () => {
    // Another run is shown by now: these are not its chapters.
    if (store.getState().run === run) keep(store, [...listed(store), ...removed]);
  };
}

/** Chapters go along with their run when it is shown elsewhere: what was changed stays changed. */
export function putChapters(store: ChaptersStore, { chapters, ids, nextId, revision }: Chapters): void {
  store.setState({ chapters, ids, nextId, revision, naming: null });
}

interface Listed {
  readonly id: number;
  readonly chapter: Chapter;
}

function listed(store: ChaptersStore): Listed[] {
  const { chapters, ids } = store.getState();
  return chapters.map((chapter, index) => ({ id: ids[index] ?? 0, chapter }));
}

function keep(store: ChaptersStore, all: readonly Listed[]): void {
  const sorted = [...all].sort((a, b) => a.chapter.atNs - b.chapter.atNs || a.id - b.id);
  store.setState({
    chapters: sorted.map(({ chapter }) => chapter),
    ids: sorted.map(({ id }) => id),
    revision: store.getState().revision + 1,
  });
}

/** No longer than a file takes it. */
function fitting({ atNs, title, caption, pause }: Chapter): Chapter {
  return { atNs, title: title.slice(0, MOST_TITLE_CHARS), caption: caption.slice(0, MOST_CAPTION_CHARS), pause };
}

function isSame(a: Chapter, b: Chapter): boolean {
  return a.atNs === b.atNs && a.title === b.title && a.caption === b.caption && a.pause === b.pause;
}
