/** Writes what belongs to the moment of a replay into an element, at each frame and outside React. */
import { type RefObject, useEffect } from 'react';
import type { Extent } from '../derive/run-extent';
import { factsStore, playbackStore } from '../store';
import { axisZeroNs, wholeExtent } from '../timeline/beside/alignment';

export interface Moment {
  /** Since that began; ns. */
  readonly ns: number;
  /** What the axis calls its begin; ns. 0, but beside another run, where the call may be zero. */
  readonly beginNs: number;
  /** Of the whole run, or of both where two are compared; ns. */
  readonly lengthNs: number;
}

const NOTHING: Extent = { originNs: 0, endNs: 0 };

/** null: no replay. */
export function momentNow(): Moment | null {
  const { atNs } = playbackStore.getState();
  if (atNs === null) return null;
  const facts = factsStore.getState();
  const { originNs, endNs } = wholeExtent(facts) ?? NOTHING;
  return { ns: atNs - originNs, beginNs: originNs - axisZeroNs(facts), lengthNs: endNs - originNs };
}

/** @param write the same function from one rendering to the next */
export function useMoment<E extends HTMLElement>(
  element: RefObject<E | null>,
  write: (element: E, moment: Moment) => void,
): void {
  useEffect(() => {
    const update = (): void => {
      const moment = momentNow();
      if (element.current !== null && moment !== null) write(element.current, moment);
    };
    update();
    return playbackStore.subscribe(update);
  }, [element, write]);
}
