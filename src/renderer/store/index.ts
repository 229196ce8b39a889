/** The stores of the running app. Tests make their own. */
import { createFactsStore } from './facts';

export const factsStore = createFactsStore();
