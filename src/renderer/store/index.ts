/** The stores of the running app. Tests make their own. */
import { createFactsStore } from './facts';
import { createViewStore } from './view';

export const factsStore = createFactsStore();
export const viewStore = createViewStore();
