/**
 * Where a replay is: the moment that is shown of a run that is over, and how it goes on from there. Nothing here is a
 * fact of the run. src/renderer/playback/ moves it; whoever draws reads `atNs` only.
 */
import { createStore } from 'zustand/vanilla';
import type { Nanos } from '../../shared/units';

export interface Playback {
  /** ns since the clock base; null: no replay, the whole run is shown. */
  readonly atNs: Nanos | null;
  readonly playing: boolean;
  /** Seconds of the run that pass in one second of the window. */
  readonly speed: number;
  /** At its end it begins again: the range that is selected, or the whole run. */
  readonly loop: boolean;
  /** The timeline moves along, so that the moment stays in view. */
  readonly follow: boolean;
}

export const noPlayback = (): Playback => ({ atNs: null, playing: false, speed: 1, loop: false, follow: true });

export const createPlaybackStore = () => createStore<Playback>(noPlayback);
export type PlaybackStore = ReturnType<typeof createPlaybackStore>;

/** What drawing needs of it: the store, in the app; any moment, where frames are made one by one. */
export interface PlaybackSource {
  getState(): Pick<Playback, 'atNs'>;
}

/** The whole run is shown. */
export const NO_PLAYBACK: PlaybackSource = { getState: () => ({ atNs: null }) };
