/** Writes what belongs to the moment of a replay into an element, at each frame and outside React. */
import { type RefObject, useEffect } from 'react';
import { runExtent } from '../derive/run-extent';
import { factsStore, playbackStore } from '../store';
import { axisZeroNs } from '../timeline/beside/alignment';

export interface Moment {
  /** Since the run began; ns. */
  readonly ns: number;
  /** What the axis calls the begin of the run; ns. 0, but beside another run, where the call may be zero. */
  readonly beginNs: number;
  /** Of the whole run; ns. */
  readonly lengthNs: number;
}

/** null: no replay. */
export function momentNow(): Moment | null {
  const { atNs } = playbackStore.getState();
  if (atNs === null) return null;
  const facts = factsStore.getState();
  const { originNs, endNs } = runExtent(facts);
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
