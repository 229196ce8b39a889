import { describe, expect, it } from 'vitest';
import { nextMoment } from '../../../../src/renderer/derive/as-of/moments';
import { runExtent } from '../../../../src/renderer/derive/run-extent';
import { type Beside, createPlayer } from '../../../../src/renderer/playback/player';
import { createFactsStore, type Facts, takeEvent } from '../../../../src/renderer/store/facts';
import { createPlaybackStore } from '../../../../src/renderer/store/playback';
import { createViewStore, fitViewport } from '../../../../src/renderer/store/view';
import { nanos } from '../../../../src/shared/units';
import { makeFacts, makeRun } from '../../../fixtures/make-run';

function opened(made: Facts = makeFacts({ tasks: 40, workers: 3, chunksize: 2 }), beside: Beside | null = null) {
  const facts = createFactsStore();
  facts.setState(made);
  const view = createViewStore();
  const playback = createPlaybackStore();
  const along = { run: beside };
  const player = createPlayer({ facts, view, playback, beside: () => along.run });
  const { originNs, endNs } = runExtent(made);
  let nowMs = 1000;
  return {
    facts,
    along,
    view,
    playback,
    player,
    originNs,
    endNs,
    lengthNs: endNs - originNs,
    at: () => playback.getState().atNs ?? Number.NaN,
    /** Lets time pass in the window, as frames of 10 ms. */
    pass(ms: number): void {
      for (let left = ms; left > 0; left -= 10) {
        nowMs += Math.min(10, left);
        player.tick(nowMs);
      }
    },
    start(speed: number): void {
      player.play();
      player.setSpeed(speed);
      player.tick(nowMs);
    },
  };
}

describe('a replay', () => {
  it('begins at the begin, and takes ten seconds for a shorter run', () => {
    const { player, at, originNs, playback, lengthNs } = opened();
    player.play();
    expect(at()).toBe(originNs);
    expect(playback.getState()).toMatchObject({ playing: true, speed: lengthNs / 1e9 / 10 });
  });

  it('goes on as fast as it is told', () => {
    const { start, pass, at, originNs, player } = opened();
    start(0.01);
    pass(500);
    expect(at()).toBeCloseTo(originNs + 5e6, -1);
    player.setSpeed(0.1);
    pass(500);
    expect(at()).toBeCloseTo(originNs + 55e6, -1);
  });

  it('stands still while it pauses, and goes on where it was', () => {
    const { start, pass, at, player } = opened();
    start(0.01);
    pass(100);
    player.pause();
    const stood = at();
    pass(5000);
    expect(at()).toBe(stood);
    player.play();
    pass(10);
    expect(at()).toBe(stood);
    pass(100);
    expect(at()).toBeGreaterThan(stood);
  });

  it('stops at the end, and begins again from there', () => {
    const { start, pass, at, endNs, originNs, playback, player } = opened();
    start(1);
    pass(2000);
    expect(at()).toBe(endNs);
    expect(playback.getState().playing).toBe(false);
    player.play();
    expect(at()).toBe(originNs);
  });

  it('does not jump over what happened while the window was hidden', () => {
    const { player, at, originNs } = opened();
    player.play();
    player.setSpeed(0.1);
    player.tick(0);
    player.tick(60_000);
    expect(at() - originNs).toBeCloseTo(250e6 * 0.1, -1);
  });

  it('loops the range that is selected', () => {
    const { start, pass, at, originNs, lengthNs, view, player } = opened();
    const range = { startNs: nanos(originNs + lengthNs * 0.4), endNs: nanos(originNs + lengthNs * 0.5) };
    view.setState({ range: { ...range, workers: null } });
    player.toggleLoop();
    expect(at()).toBe(range.startNs);
    start((range.endNs - range.startNs) / 1e9);
    pass(2350);
    expect(at()).toBeCloseTo(range.startNs + (range.endNs - range.startNs) * 0.35, -2);
  });

  it('loops the whole run where no range is', () => {
    const { start, pass, at, originNs, lengthNs, player, playback } = opened();
    start(lengthNs / 1e9);
    player.toggleLoop();
    pass(1250);
    expect(at()).toBeCloseTo(originNs + lengthNs * 0.25, -2);
    expect(playback.getState().playing).toBe(true);
    player.toggleLoop();
    pass(2000);
    expect(playback.getState().playing).toBe(false);
  });

  it('is kept within the run', () => {
    const { player, at, originNs, endNs } = opened();
    player.seek(originNs - 1e9);
    expect(at()).toBe(originNs);
    player.seek(endNs + 1e9);
    expect(at()).toBe(endNs);
    player.stepFrame(1);
    player.stepEvent(1);
    expect(at()).toBe(endNs);
  });

  it('goes from event to event and pauses', () => {
    const { player, at, playback, originNs, facts } = opened();
    player.play();
    player.stepEvent(1);
    expect(playback.getState().playing).toBe(false);
    const [first = 0, second = 0] = facts
      .getState()
      .data.workers.map(({ spawnedAt }) => spawnedAt)
      .filter((spawned) => spawned > originNs)
      .sort((a, b) => a - b);
    expect(at()).toBe(first);
    player.stepEvent(1);
    expect(at()).toBe(second);
    player.stepEvent(-1);
    expect(at()).toBe(first);
  });

  it('begins at the end where the first step is back', () => {
    const { player, at, endNs } = opened();
    player.stepEvent(-1);
    expect(at()).toBeLessThanOrEqual(endNs);
    expect(at()).toBeGreaterThan(endNs - 5e6);
  });

  it('steps by a thirtieth of a second of the replay', () => {
    const { player, at, originNs } = opened();
    player.stepFrame(1);
    player.setSpeed(0.05);
    player.seek(originNs);
    player.stepFrame(1);
    expect(at() - originNs).toBeCloseTo((1e9 / 30) * 0.05, -1);
    player.stepFrame(-1);
    expect(at()).toBeCloseTo(originNs, -1);
  });

  it('takes as long as is wanted, for the whole run or for the range that loops', () => {
    const { player, playback, lengthNs, originNs, view } = opened();
    player.seek(originNs);
    player.fitInto(30);
    expect(playback.getState().speed).toBeCloseTo(lengthNs / 1e9 / 30, 12);
    const range = { startNs: nanos(originNs), endNs: nanos(originNs + lengthNs / 2), workers: null };
    view.setState({ range });
    player.toggleLoop();
    player.fitInto(10);
    expect(playback.getState().speed).toBeCloseTo(lengthNs / 2e9 / 10, 12);
  });

  it('is left for the whole run when it is closed', () => {
    const { player, playback } = opened();
    player.play();
    player.close();
    expect(playback.getState()).toMatchObject({ atNs: null, playing: false });
  });

  it('is not there while a run is live, and ends when another begins', () => {
    const { facts, player, playback } = opened(makeFacts({ tasks: 40, workers: 2, batchNs: 50e6, stopAfter: 3 }));
    for (const act of [player.play, player.toggleLoop]) act.call(player);
    player.stepEvent(1);
    player.seek(5);
    expect(playback.getState().atNs).toBeNull();
    for (const event of makeRun({ tasks: 10 })) takeEvent(facts, event);
    player.play();
    expect(playback.getState().playing).toBe(true);
    for (const event of makeRun({ tasks: 10, batchNs: 50e6, stopAfter: 2 })) takeEvent(facts, event);
    expect(playback.getState()).toMatchObject({ atNs: null, playing: false });
  });
});

describe('the timeline during a replay', () => {
  const zoomed = () => {
    const all = opened();
    const { originNs, lengthNs, view } = all;
    const viewport = { startNs: nanos(originNs), endNs: nanos(originNs + lengthNs * 0.1) };
    view.setState({ viewport, fitted: false, followLive: false });
    return all;
  };

  it('moves along, so that the moment stays in view, and stops where the run does', () => {
    const { start, pass, at, view, endNs, lengthNs } = zoomed();
    start(lengthNs / 1e9);
    for (let part = 0; part < 12; part++) {
      pass(100);
      const { startNs, endNs: right } = view.getState().viewport;
      expect(at()).toBeGreaterThanOrEqual(startNs);
      expect(at()).toBeLessThanOrEqual(right);
    }
    expect(view.getState().viewport.endNs - endNs).toBeLessThan(lengthNs * 0.01);
  });

  it('stands still where all of the run is in view', () => {
    const { start, pass, view, originNs, endNs, lengthNs } = opened();
    const viewport = fitViewport({ originNs, endNs });
    view.setState({ viewport });
    start(lengthNs / 1e9);
    pass(1500);
    expect(view.getState().viewport).toBe(viewport);
  });

  it('stays where a person moves it, and follows no more', () => {
    const { start, pass, view, originNs, lengthNs, playback, player } = zoomed();
    start(lengthNs / 1e9);
    pass(100);
    const elsewhere = { startNs: nanos(originNs + lengthNs * 0.6), endNs: nanos(originNs + lengthNs * 0.7) };
    view.setState({ viewport: elsewhere });
    pass(200);
    expect(view.getState().viewport).toBe(elsewhere);
    expect(playback.getState().follow).toBe(false);
    player.toggleFollow();
    expect(view.getState().viewport).not.toBe(elsewhere);
  });

  it('turns pages where nothing shall move', () => {
    const facts = createFactsStore();
    facts.setState(makeFacts({ tasks: 40, workers: 3 }));
    const [view, playback] = [createViewStore(), createPlaybackStore()];
    const player = createPlayer({ facts, view, playback, smooth: () => false });
    const { originNs, endNs } = runExtent(facts.getState());
    const viewport = { startNs: nanos(originNs), endNs: nanos(originNs + (endNs - originNs) * 0.2) };
    view.setState({ viewport, fitted: false });
    const seen = new Set<unknown>();
    for (let share = 0; share <= 1; share += 0.01) {
      player.seek(originNs + (endNs - originNs) * share);
      seen.add(view.getState().viewport);
    }
    expect(seen.size).toBeLessThan(8);
  });
});

describe('a replay of two runs', () => {
  const OFFSET = 5e9;
  const short = makeFacts({ tasks: 4, workers: 1 });
  const long = makeFacts({ tasks: 60, workers: 1 });
  const end = runExtent(long).endNs - OFFSET;
  const both = () => opened(short, { facts: long, offsetNs: OFFSET });

  it('lasts from the begin of the first to the end of the last', () => {
    const { player, at, endNs } = both();
    player.play();
    expect(at()).toBe(runExtent(long).originNs - OFFSET);
    player.seek(Number.MAX_VALUE);
    expect(at()).toBe(Math.max(endNs, end));
  });

  it('steps by the events of both, there and back', () => {
    const { player, at } = both();
    const there: number[] = [];
    player.stepEvent(1);
    for (let before = Number.NaN; before !== at(); player.stepEvent(1)) {
      before = at();
      there.push(before);
    }
    const found = new Set(there);
    expect(found.has(nextMoment(short, runExtent(short).originNs))).toBe(true);
    expect(found.has(nextMoment(long, runExtent(long).originNs) - OFFSET)).toBe(true);
    expect([...there].sort((a, b) => a - b)).toEqual(there);
    for (const moment of there.toReversed().slice(1)) {
      player.stepEvent(-1);
      expect(at()).toBe(moment);
    }
  });

  it('comes back within the run that is shown when the other one goes', () => {
    const { player, at, along, originNs } = both();
    player.play();
    expect(at()).toBeLessThan(originNs);
    along.run = null;
    player.settle();
    expect(at()).toBe(originNs);
  });
});
