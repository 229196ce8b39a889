/** The player of the running app: moved by the screen's frames while it plays. */
import { pauseBetween } from '../derive/pause-between';
import { chaptersStore, factsStore, playbackStore, viewStore } from '../store';
import { FrameLoop } from '../timeline/frame-loop';
import { createPlayer } from './player';

const calm = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

export const player = createPlayer({
  facts: factsStore,
  view: viewStore,
  playback: playbackStore,
  stopBetween: (fromNs, toNs) => pauseBetween(chaptersStore.getState().chapters, fromNs, toNs),
  smooth: () => !calm(),
});

const loop = new FrameLoop(() => player.tick(performance.now()));
playbackStore.subscribe(({ playing }, before) => {
  if (playing && !before.playing) loop.invalidate();
});
