/** Says which task the keys have reached. */
import { useStore } from 'zustand';
import { taskFacts } from '../derive/task-facts';
import { factsStore, viewStore } from '../store';
import { describeTask } from './describe-task';

export function SpokenFocus() {
  const focused = useStore(viewStore, (view) => view.focusedRow);
  const task = focused === null ? null : taskFacts(factsStore.getState().data, focused);
  return (
    <p className="visually-hidden" aria-live="polite" data-testid="spoken-focus">
      {task === null ? '' : describeTask(task)}
    </p>
  );
}
