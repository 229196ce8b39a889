/** The two runs of the app as they are aligned now. Cheap: asked for in each frame. */
import { type Aligned, align, bothExtent } from '../../derive/compare/align';
import { type Extent, runExtent } from '../../derive/run-extent';
import { besideStore, factsStore } from '../../store';
import { compareStore } from '../../store/compare';
import type { Facts } from '../../store/facts';

/** null: no run is beside the one that is shown. */
export function alignment(): Aligned | null {
  const beside = besideStore.getState();
  if (beside.started === null) return null;
  return align(factsStore.getState(), beside, compareStore.getState().alignBy);
}

/** The moment of the shown run that its axis counts from. */
export function axisZeroNs(facts: Facts): number {
  return alignment()?.zeroA ?? runExtent(facts).originNs;
}

/** From when to when the run beside lasts, on the clock of the run that is shown; undefined: there is none. */
export function besideExtent(): Extent | undefined {
  const aligned = alignment();
  if (aligned === null) return undefined;
  const { originNs, endNs } = runExtent(besideStore.getState());
  return { originNs: originNs - aligned.offsetNs, endNs: endNs - aligned.offsetNs };
}

/** From when to when everything on the timeline lasts, on the clock of the run that is shown; null: there is nothing. */
export function wholeExtent(facts: Facts): Extent | null {
  const aligned = alignment();
  if (aligned !== null) return bothExtent(facts, besideStore.getState(), aligned.offsetNs);
  return facts.started === null ? null : runExtent(facts);
}
