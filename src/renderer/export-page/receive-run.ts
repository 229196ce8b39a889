/** Takes the events of one run into a store, one after the other. */
import { isRunEvent, type WindowEvent } from '../../shared/window-events';
import { ask } from '../actions/ask';
import { type FactsStore, takeEvent } from '../store/facts';

type Subscribe = (listener: (events: ReadonlySet<WindowEvent>) => void) => () => void;

/** @returns resolved when the run has ended: main gives one that breaks off an end */
export function receiveRun(facts: FactsStore, subscribe: Subscribe): Promise<void> {
  return new Promise((resolve) => {
    const unsubscribe = subscribe((events) => {
      for (const event of events) {
        if (!isRunEvent(event)) continue;
        takeEvent(facts, event);
        void ask('export-page:taken', undefined);
        if (event.type !== 'ended') continue;
        unsubscribe();
        resolve();
      }
    });
  });
}
