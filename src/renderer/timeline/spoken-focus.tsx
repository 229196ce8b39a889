/** Says which task the keys have reached. */
import { useStore } from 'zustand';
import { taskFacts } from '../derive/task-facts';
import { factsStore, viewStore } from '../store';
import type { FactsStore } from '../store/facts';
import type { ViewStore } from '../store/view';
import { describeTask } from './describe-task';

interface SpokenFocusProps {
  readonly facts?: FactsStore;
  readonly view?: ViewStore;
  /** Said before the task; left out: there is one run. */
  readonly run?: string;
}

export function SpokenFocus({ facts = factsStore, view = viewStore, run }: SpokenFocusProps) {
  const focused = useStore(view, (state) => state.focusedRow);
  const task = focused === null ? null : taskFacts(facts.getState().data, focused);
  const which = run === undefined ? '' : `${run}. `;
  return (
    <p
      className="visually-hidden"
      aria-live="polite"
      data-testid={run === undefined ? 'spoken-focus' : 'spoken-beside'}
    >
      {task === null ? '' : which + describeTask(task)}
    </p>
  );
}
