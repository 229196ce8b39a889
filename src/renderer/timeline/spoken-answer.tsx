/** Says why a worker was idle, for whoever asked by key. */
import { useStore } from 'zustand';
import { runIndexOf } from '../derive/run-index';
import { whyIdle } from '../derive/why-idle/why-idle';
import { moment, who } from '../derive/why-idle/words';
import { factsStore, viewStore } from '../store';

export function SpokenAnswer() {
  const gap = useStore(viewStore, (view) => view.gap);
  const facts = factsStore.getState();
  const words =
    gap === null
      ? ''
      : `${who(facts, gap.worker)}, from ${moment(facts, gap.startNs)} on. ${whyIdle(facts, runIndexOf(facts), gap).sentence}`;
  return (
    <p className="visually-hidden" aria-live="polite" data-testid="spoken-answer">
      {words}
    </p>
  );
}
