/** What the canvases of two compared runs are told: a common zero, and the other run where it lies over this one. */
import { besideStore, factsStore } from '../../store';
import { compareStore } from '../../store/compare';
import type { Compared } from '../canvas-view';
import type { ComparedPart } from '../mount-canvas';
import { alignment } from './alignment';

function subscribe(changed: () => void): () => void {
  const endings = [factsStore.subscribe(changed), besideStore.subscribe(changed), compareStore.subscribe(changed)];
  return () => {
    for (const end of endings) end();
  };
}

const shown: Compared = { zeroNs: () => alignment()?.zeroA ?? 0 };
const beside: Compared = { zeroNs: () => alignment()?.zeroB ?? 0 };

/** For the run that is shown. */
export const shownCompared: ComparedPart = {
  get: () => (besideStore.getState().started === null ? null : shown),
  subscribe,
};

/** For the run beside it. */
export const besideCompared: ComparedPart = { get: () => beside, subscribe };
