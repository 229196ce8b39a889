/** The player of the running app: moved by the screen's frames while it plays. */
import { pauseBetween } from '../derive/pause-between';
import { besideStore, chaptersStore, factsStore, playbackStore, viewStore } from '../store';
import { compareStore } from '../store/compare';
import { alignment } from '../timeline/beside/alignment';
import { FrameLoop } from '../timeline/frame-loop';
import { createPlayer } from './player';

const calm = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

export const player = createPlayer({
  facts: factsStore,
  view: viewStore,
  playback: playbackStore,
  beside: () => {
    const aligned = alignment();
    return aligned === null ? null : { facts: besideStore.getState(), offsetNs: aligned.offsetNs };
  },
  stopBetween: (fromNs, toNs) => pauseBetween(chaptersStore.getState().chapters, fromNs, toNs),
  smooth: () => !calm(),
});

const loop = new FrameLoop(() => player.tick(performance.now()));
playbackStore.subscribe(({ playing }, before) => {
  if (playing && !before.playing) loop.invalidate();
});
besideStore.subscribe(({ started }, before) => {
  if (started !== before.started) player.settle();
});
compareStore.subscribe(({ alignBy }, before) => {
  if (alignBy !== before.alignBy) player.settle();
});
