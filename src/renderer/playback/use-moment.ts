/** Writes what belongs to the moment of a replay into an element, at each frame and outside React. */
import { type RefObject, useEffect } from 'react';
import { runExtent } from '../derive/run-extent';
import { factsStore, playbackStore } from '../store';

export interface Moment {
  /** Since the run began; ns. */
  readonly ns: number;
  /** Of the whole run; ns. */
  readonly lengthNs: number;
}

/** null: no replay. */
export function momentNow(): Moment | null {
  const { atNs } = playbackStore.getState();
  if (atNs === null) return null;
  const { originNs, endNs } = runExtent(factsStore.getState());
  return { ns: atNs - originNs, lengthNs: endNs - originNs };
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
