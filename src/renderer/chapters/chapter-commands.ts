/** What a person can do with chapters, whatever the way: keys, the list of them, buttons. */
import { toast } from 'sonner';
import type { Chapter } from '../../shared/annotations';
import { formatDuration } from '../../shared/format';
import { chapterIndexAt } from '../derive/caption-at';
import { rowSpan } from '../derive/row-span';
import { runExtent } from '../derive/run-extent';
import { suggestChapters } from '../derive/suggest-chapters/suggest-chapters';
import { player } from '../playback/app-player';
import { chaptersStore, factsStore, playbackStore, viewStore } from '../store';
import { addChapter, addChapters, type ChaptersStore, removeChapters } from '../store/chapters';
import type { FactsStore } from '../store/facts';
import { showPanel } from '../store/panel-choice';
import type { PlaybackStore } from '../store/playback';
import { presenterStore } from '../store/presenter';
import type { ViewStore } from '../store/view';
import { axisZeroNs } from '../timeline/beside/alignment';
import { timelineCommands } from '../timeline/commands';

export type ChapterCommands = ReturnType<typeof createChapterCommands>;

interface ChapterParts {
  readonly facts: FactsStore;
  readonly view: ViewStore;
  readonly chapters: ChaptersStore;
  readonly playback: PlaybackStore;
  /** Brings replay to a moment; where nothing is replayed it begins there, and stands still. */
  seek(atNs: number): void;
  /** Brings a moment into view. */
  reveal(atNs: number): void;
  /** The moment that the axis counts from. */
  zeroNs(): number;
  /** Brings the list of chapters to the front. @returns false: it is not to be seen now */
  showList(): boolean;
  /** Says what was done, and lets the person take it back. @param undo left out: it cannot be */
  say(sentence: string, undo?: () => void): void;
}

export function createChapterCommands({
  facts,
  view,
  chapters,
  playback,
  seek,
  reveal,
  zeroNs,
  showList,
  say,
}: ChapterParts) {
  /** Where a new chapter begins: at the playhead, else at the task that keys have reached, else in the middle of the view. */
  const here = (): number => {
    const { atNs } = playback.getState();
    if (atNs !== null) return atNs;
    const { focusedRow, viewport } = view.getState();
    const span = focusedRow === null ? null : rowSpan(facts.getState(), focusedRow);
    if (span !== null) return span.beginNs;
    const { originNs, endNs } = runExtent(facts.getState());
    return Math.min(Math.max((viewport.startNs + viewport.endNs) / 2, originNs), endNs);
  };
  const when = (atNs: number): string => formatDuration(atNs - zeroNs());
  /** Position of the chapter that is told at the playhead; without a playhead the first one is to come. */
  const current = (): number => {
    const { atNs } = playback.getState();
    return atNs === null ? -1 : chapterIndexAt(chapters.getState().chapters, atNs);
  };

  /** Replay that is under way stops where the chapter has a pause, as if it had come there by itself. */
  const replayAt = ({ atNs, pause }: Chapter): void => {
    seek(atNs);
    if (pause) playback.setState({ playing: false });
    reveal(atNs);
  };

  return {
    hasRun: (): boolean => facts.getState().started !== null,
    hasChapters: (): boolean => chapters.getState().chapters.length > 0,
    /** Where `make` would put one. */
    here,
    current,
    /** Makes a chapter here and asks for its title. */
    make(): void {
      if (!this.hasRun()) return;
      const atNs = here();
      const title = `Chapter ${chapterIndexAt(chapters.getState().chapters, atNs) + 2}`;
      const id = addChapter(chapters, { atNs, title, caption: '', pause: true });
      if (id === null) say('A recording has at most 1,000 chapters: this one was not made.');
      else if (showList()) chapters.setState({ naming: id });
      else say(`Chapter at ${when(atNs)}. Its title and caption are typed in the list of chapters.`);
    },
    /** Replay goes there; where nothing is replayed the moment is brought into view. */
    goTo(index: number): void {
      const chapter = chapters.getState().chapters[index];
      if (chapter === undefined) return;
      if (playback.getState().atNs === null) reveal(chapter.atNs);
      else replayAt(chapter);
    },
    next(): void {
      this.tell(current() + 1);
    },
    /** To the begin of the chapter that is told, or to the one before where replay stands on it. */
    previous(): void {
      const index = current();
      const begin = chapters.getState().chapters[index]?.atNs;
      this.tell(begin === playback.getState().atNs ? index - 1 : index);
    },
    /** Begins replay at a chapter where nothing is replayed: its caption is to be read. */
    tell(index: number): void {
      const chapter = chapters.getState().chapters[index];
      // A run under way is not replayed.
      if (chapter === undefined) return;
      if (facts.getState().ended === null) reveal(chapter.atNs);
      else replayAt(chapter);
    },
    remove(id: number): void {
      const { chapters: all, ids } = chapters.getState();
      const chapter = all[ids.indexOf(id)];
      if (chapter === undefined) return;
      const undo = removeChapters(chapters, [id]);
      say(`“${chapter.title || 'Untitled'}” at ${when(chapter.atNs)} is deleted.`, undo);
    },
    removeAll(): void {
      const { ids } = chapters.getState();
      if (ids.length === 0) return;
      const undo = removeChapters(chapters, ids);
      say(ids.length === 1 ? 'The chapter is deleted.' : `All ${ids.length} chapters are deleted.`, undo);
    },
    /** Adds the drafts that the run's facts suggest, but those that are there. */
    suggest(): void {
      const known = new Set(chapters.getState().chapters.map(({ atNs, title }) => `${atNs} ${title}`));
      const drafts = suggestChapters(facts.getState()).filter(({ atNs, title }) => !known.has(`${atNs} ${title}`));
      const before = chapters.getState().ids;
      const added = addChapters(chapters, drafts);
      if (added === 0) {
        say(known.size > 0 ? 'All that this run suggests is there already.' : 'This run suggests nothing yet.');
        return;
      }
      const ids = chapters.getState().ids.filter((id) => !before.includes(id));
      const words = added === 1 ? '1 chapter is' : `${added} chapters are`;
      say(`${words} drafted from this run. Change them as you like.`, () => removeChapters(chapters, ids));
    },
    showList: (): void => void showList(),
  };
}

/** Those of the running app. */
export const chapterCommands: ChapterCommands = createChapterCommands({
  facts: factsStore,
  view: viewStore,
  chapters: chaptersStore,
  playback: playbackStore,
  seek: (atNs) => player.seek(atNs),
  reveal: (atNs) => timelineCommands.reveal(atNs, atNs),
  zeroNs: () => axisZeroNs(factsStore.getState()),
  showList: () => {
    showPanel('Chapters');
    const { presenting, asides } = presenterStore.getState();
    return !presenting || asides.includes('panels');
  },
  say: (sentence, undo) =>
    toast(sentence, {
      id: 'chapters',
      duration: 10_000,
      ...(undo === undefined ? {} : { action: { label: 'Undo', onClick: undo } }),
    }),
});
