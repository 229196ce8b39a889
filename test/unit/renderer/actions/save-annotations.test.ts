import { describe, expect, it, vi } from 'vitest';
import { makeAnnotationSaver } from '../../../../src/renderer/actions/save-annotations';
import { addChapter, createChaptersStore } from '../../../../src/renderer/store/chapters';
import { createFactsStore, takeEvent } from '../../../../src/renderer/store/facts';
import { createNotesStore, draftNote, removeNote, saveDraft } from '../../../../src/renderer/store/notes';
import type { Annotations } from '../../../../src/shared/annotations';
import type { RunStarted } from '../../../../src/shared/run-events';
import { nanos } from '../../../../src/shared/units';
import { makeRun } from '../../../fixtures/make-run';

const [started] = makeRun() as [RunStarted];
const saved: Annotations = {
  notes: [{ atNs: 10, row: 2, text: 'from the file' }],
  chapters: [{ atNs: 0, title: 'Boot', caption: '', pause: false }],
};
const chapter = { atNs: 50, title: 'Later', caption: '', pause: true };

function open() {
  vi.useFakeTimers();
  const facts = createFactsStore();
  const notes = createNotesStore(facts);
  const chapters = createChaptersStore(facts);
  const save = vi.fn<(runId: number, annotations: Annotations) => void>();
  const saver = makeAnnotationSaver({ facts, notes, chapters, save });
  const show = (runId: number, annotations = saved) => takeEvent(facts, { ...started, runId, annotations });
  const note = (text: string, atNs = 20) => {
    draftNote(notes, nanos(atNs), null);
    saveDraft(notes, text);
  };
  return { notes, chapters, save, saver, show, note };
}

describe('what is written on a run', () => {
  it('comes with it, and is not saved again for that', () => {
    const { notes, chapters, save, show } = open();
    show(1);
    expect(notes.getState().notes).toEqual([{ id: 1, atNs: 10, row: 2, text: 'from the file' }]);
    expect(chapters.getState().chapters).toEqual(saved.chapters);
    vi.runAllTimers();
    expect(save).not.toHaveBeenCalled();
  });

  it('is saved as a whole a moment after the last change', () => {
    const { notes, chapters, save, show, note } = open();
    show(1);
    note('mine');
    addChapter(chapters, chapter);
    expect(save).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(save.mock.calls).toEqual([
      [1, { notes: [...saved.notes, { atNs: 20, row: null, text: 'mine' }], chapters: [...saved.chapters, chapter] }],
    ]);
    removeNote(notes, 1);
    vi.runAllTimers();
    expect(save.mock.lastCall?.[1].notes).toEqual([{ atNs: 20, row: null, text: 'mine' }]);
  });

  it('goes to the run that it is about when another one is shown at once', () => {
    const { save, show, note } = open();
    show(1);
    note('about the first');
    show(2, { notes: [], chapters: [] });
    expect(save.mock.calls).toEqual([[1, expect.objectContaining({ notes: [...saved.notes, expect.anything()] })]]);
    vi.runAllTimers();
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('is saved at once when the window closes', () => {
    const { save, saver, show, note } = open();
    show(1);
    note('at the last moment');
    saver.flush();
    saver.flush();
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('is nothing before there is a run', () => {
    const { save, note } = open();
    note('about nothing');
    vi.runAllTimers();
    expect(save).not.toHaveBeenCalled();
  });
});
