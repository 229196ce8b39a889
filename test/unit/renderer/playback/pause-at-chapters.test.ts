import { describe, expect, it } from 'vitest';
import { pauseBetween } from '../../../../src/renderer/derive/pause-between';
import { runExtent } from '../../../../src/renderer/derive/run-extent';
import { createPlayer } from '../../../../src/renderer/playback/player';
import { createFactsStore } from '../../../../src/renderer/store/facts';
import { createPlaybackStore } from '../../../../src/renderer/store/playback';
import { createViewStore } from '../../../../src/renderer/store/view';
import type { Chapter } from '../../../../src/shared/annotations';
import { nanos } from '../../../../src/shared/units';
import { makeFacts } from '../../../fixtures/make-run';

/** @param shares of the run at which chapters with a pause begin */
function opened(...shares: number[]) {
  const facts = createFactsStore();
  facts.setState(makeFacts({ tasks: 40, workers: 3, chunksize: 2 }));
  const { originNs, endNs } = runExtent(facts.getState());
  const times = shares.map((share) => originNs + share * (endNs - originNs));
  const chapters = times.map((atNs): Chapter => ({ atNs, title: '', caption: '', pause: true }));
  const playback = createPlaybackStore();
  const view = createViewStore();
  const stopBetween = (fromNs: number, toNs: number): number | null => pauseBetween(chapters, fromNs, toNs);
  const player = createPlayer({ facts, view, playback, stopBetween });
  let nowMs = 0;
  return {
    player,
    playback,
    view,
    times,
    originNs,
    endNs,
    /** Plays until it stops by itself; a second of the window is the whole run. */
    playOn(): number | null {
      player.play();
      player.fitInto(1);
      for (let ticks = 0; ticks < 1000 && player.tick(nowMs); ticks++) nowMs += 16;
      return playback.getState().atNs;
    },
  };
}

describe('replay with pauses', () => {
  it('stops exactly where each of them is, and goes on from there to the next and to the end', () => {
    const { playOn, times, endNs, playback } = opened(0.301, 0.302, 0.75);
    const stops = [playOn(), playOn(), playOn(), playOn()];
    expect(stops).toEqual([...times, endNs]);
    expect(playback.getState().playing).toBe(false);
  });

  it('does not stop where it begins, nor where a person takes it', () => {
    const { playOn, player, times, originNs, endNs } = opened(0, 0.2, 0.8);
    player.open();
    expect(playOn()).toBe(times[1]);
    player.seek(originNs + 0.9 * (endNs - originNs));
    expect(playOn()).toBe(endNs);
  });

  it('in a loop stops each time that it comes by, at the begin of the loop too', () => {
    const { playOn, playback, view, times, originNs, endNs } = opened(0.5, 0.7);
    const [first = 0, second = 0] = times;
    view.setState({ range: { startNs: nanos(first), endNs: nanos((second + endNs) / 2), workers: null } });
    playback.setState({ loop: true, atNs: nanos(originNs) });
    expect([playOn(), playOn(), playOn()]).toEqual([second, first, second]);
  });
});
