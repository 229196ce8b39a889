/** The stores of the running app. Tests make their own. */
import { createFactsStore } from './facts';
import { createLaneStore } from './lane-settings';
import { createLogStore } from './log';
import { createNotesStore } from './notes';
import { createViewStore } from './view';

export const factsStore = createFactsStore();
export const laneStore = createLaneStore();
export const logStore = createLogStore();
export const notesStore = createNotesStore(factsStore);
export const viewStore = createViewStore();
