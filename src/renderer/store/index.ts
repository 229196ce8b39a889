/** The stores of the running app. Tests make their own. */
import { createChaptersStore } from './chapters';
import { createFactsStore } from './facts';
import { createLaneStore } from './lane-settings';
import { createLogStore } from './log';
import { createNotesStore } from './notes';
import { createPlaybackStore } from './playback';
import { createViewStore } from './view';

/** The run that is shown. */
export const factsStore = createFactsStore();
/** The run that is shown beside it, to be compared with it; none: `started` is null. */
export const besideStore = createFactsStore();
/** Of the run that is shown. */
export const chaptersStore = createChaptersStore(factsStore);
export const laneStore = createLaneStore();
export const logStore = createLogStore();
export const notesStore = createNotesStore(factsStore);
export const playbackStore = createPlaybackStore();
export const viewStore = createViewStore();
