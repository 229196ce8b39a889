import { describe, expect, it } from 'vitest';
import { createChapterCommands } from '../../../../src/renderer/chapters/chapter-commands';
import { readTime } from '../../../../src/renderer/chapters/read-time';
import { rowSpan } from '../../../../src/renderer/derive/row-span';
import { runExtent } from '../../../../src/renderer/derive/run-extent';
import { addChapters, createChaptersStore } from '../../../../src/renderer/store/chapters';
import { createFactsStore, takeEvent } from '../../../../src/renderer/store/facts';
import { createPlaybackStore } from '../../../../src/renderer/store/playback';
import { createViewStore } from '../../../../src/renderer/store/view';
import { row as asRow, nanos } from '../../../../src/shared/units';
import { makeRun } from '../../../fixtures/make-run';

function opened(options: Parameters<typeof makeRun>[0] = { tasks: 32, workers: 2 }) {
  const facts = createFactsStore();
  const chapters = createChaptersStore(facts);
  const view = createViewStore();
  const playback = createPlaybackStore();
  const revealed: number[] = [];
  const said: string[] = [];
  let listIsShown = true;
  let undo: (() => void) | undefined;
  for (const event of makeRun(options)) takeEvent(facts, event);
  const commands = createChapterCommands({
    facts,
    zeroNs: () => runExtent(facts.getState()).originNs,
    view,
    chapters,
    playback,
    seek: (atNs) => playback.setState({ atNs: nanos(atNs) }),
    showList: () => listIsShown,
    reveal: (atNs) => revealed.push(atNs),
    say: (sentence, takeBack) => {
      said.push(sentence);
      undo = takeBack;
    },
  });
  const titles = (): string[] => chapters.getState().chapters.map(({ title }) => title);
  const add = (...times: number[]): void =>
    void addChapters(
      chapters,
      times.map((atNs) => ({ atNs, title: `at ${atNs / 1e6}`, caption: '', pause: atNs < 300e6 })),
    );
  const hideList = (): void => {
    listIsShown = false;
  };
  return { hideList, facts, chapters, view, playback, revealed, said, commands, titles, add, undo: () => undo?.() };
}

describe('a new chapter', () => {
  it('begins at the playhead, else at the task in focus, else in the middle of the view', () => {
    const { commands, chapters, playback, view, facts } = opened();
    view.setState({ viewport: { startNs: nanos(100e6), endNs: nanos(200e6) } });
    commands.make();
    view.setState({ focusedRow: asRow(4) });
    commands.make();
    playback.setState({ atNs: nanos(222e6) });
    commands.make();
    const times = chapters.getState().chapters.map(({ atNs }) => atNs);
    expect(times).toEqual([150e6, rowSpan(facts.getState(), 4)?.beginNs, 222e6].sort((a, b) => (a ?? 0) - (b ?? 0)));
  });

  it('lies within the run, even where the view does not', () => {
    const { commands, chapters, view, facts } = opened();
    view.setState({ viewport: { startNs: nanos(50e9), endNs: nanos(60e9) } });
    commands.make();
    expect(chapters.getState().chapters[0]?.atNs).toBe(facts.getState().ended?.at);
  });

  it('is asked for its title', () => {
    const { commands, chapters, titles } = opened();
    commands.make();
    expect(titles()).toEqual(['Chapter 1']);
    expect(chapters.getState().naming).toBe(chapters.getState().ids[0]);
  });
});

describe('a new chapter in presenter mode', () => {
  it('asks for nothing where the list is not to be seen, and says where it is', () => {
    const { commands, chapters, hideList, said } = opened();
    hideList();
    commands.make();
    expect(chapters.getState()).toMatchObject({ naming: null, chapters: [{ title: 'Chapter 1' }] });
    expect(said).toEqual([expect.stringMatching(/^Chapter at \d/)]);
  });
});

describe('going through chapters', () => {
  it('shows the moment where nothing is replayed, and moves replay where something is', () => {
    const { commands, playback, revealed, add } = opened();
    add(100e6, 200e6);
    commands.goTo(1);
    expect(playback.getState().atNs).toBeNull();
    expect(revealed).toEqual([200e6]);
    playback.setState({ atNs: nanos(0), playing: true });
    commands.goTo(1);
    expect(playback.getState()).toMatchObject({ atNs: 200e6, playing: false });
  });

  it('plays on at a chapter without a pause', () => {
    const { commands, playback, add } = opened();
    add(100e6, 350e6);
    playback.setState({ atNs: nanos(0), playing: true });
    commands.goTo(1);
    expect(playback.getState()).toMatchObject({ atNs: 350e6, playing: true });
  });

  it('begins with the first, goes on to the next, and stays at the last', () => {
    const { commands, playback, add } = opened();
    add(100e6, 200e6);
    const at = [commands.next, commands.next, commands.next].map((next) => {
      next.call(commands);
      return playback.getState().atNs;
    });
    expect(at).toEqual([100e6, 200e6, 200e6]);
  });

  it('goes back to the begin of a chapter first, then to the one before', () => {
    const { commands, playback, add } = opened();
    add(100e6, 200e6);
    playback.setState({ atNs: nanos(250e6) });
    const at = [1, 2, 3].map(() => {
      commands.previous();
      return playback.getState().atNs;
    });
    expect(at).toEqual([200e6, 100e6, 100e6]);
  });

  it('replays no run that is under way', () => {
    const { commands, playback, add, revealed } = opened({ tasks: 64, workers: 2, batchNs: 50e6, stopAfter: 3 });
    add(100e6);
    commands.next();
    expect(playback.getState().atNs).toBeNull();
    expect(revealed).toEqual([100e6]);
  });
});

describe('deleting and drafting', () => {
  it('can be taken back', () => {
    const { commands, chapters, titles, add, said, undo } = opened();
    add(100e6, 200e6);
    commands.remove(chapters.getState().ids[0] ?? 0);
    expect(titles()).toEqual(['at 200']);
    expect(said).toEqual([expect.stringMatching(/^“at 100” at \d.* is deleted\.$/)]);
    undo();
    expect(titles()).toEqual(['at 100', 'at 200']);
    commands.removeAll();
    expect(titles()).toEqual([]);
    undo();
    expect(titles()).toEqual(['at 100', 'at 200']);
  });

  it('adds what the run suggests once, and keeps what is there', () => {
    const { commands, titles, add, said, undo } = opened();
    add(100e6);
    commands.suggest();
    const all = titles();
    expect(all).toEqual(expect.arrayContaining(['at 100', 'The workers boot', 'The call returns']));
    commands.suggest();
    expect(titles()).toEqual(all);
    expect(said.at(-1)).toBe('All that this run suggests is there already.');
    commands.removeAll();
    undo();
    expect(titles()).toEqual(all);
  });

  it('takes the drafts back, and nothing else', () => {
    const { commands, titles, add, undo } = opened();
    add(100e6);
    commands.suggest();
    undo();
    expect(titles()).toEqual(['at 100']);
  });
});

describe('a time that is typed', () => {
  it('has a unit, or is in milliseconds', () => {
    expect(readTime('412 ms')).toBe(412e6);
    expect(readTime('1.25\u2009s')).toBe(1.25e9);
    expect(readTime('1,200 µs')).toBe(1.2e6);
    expect(readTime('80')).toBe(80e6);
    expect(readTime('2 min')).toBe(120e9);
    expect(readTime('-5 ms')).toBe(-5e6);
  });

  it('is none where it is something else', () => {
    for (const typed of ['', 'soon', '-', '--5 ms', '5 - 3', '5 apples', '5 ms later'])
      expect(readTime(typed), typed).toBeNull();
  });
});
