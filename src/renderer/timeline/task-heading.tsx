/** Which task this is: number, attempt, process, outcome. */
import type { TaskFacts } from '../derive/task-facts';
import { OUTCOME_WORDS } from './describe-task';

export function TaskHeading({ task }: { readonly task: TaskFacts }) {
  const trouble = task.outcome === 'failed' || task.outcome === 'lost';
  return (
    <header className="task-heading">
      <strong>Task #{task.task}</strong>
      <span className={trouble ? 'task-outcome task-trouble' : 'task-outcome'}>
        {trouble && <span aria-hidden="true">✕ </span>}
        {OUTCOME_WORDS[task.outcome]}
      </span>
      <span className="task-where">
        attempt {task.attempt} · {task.pid === null ? `worker ${task.worker}` : `PID ${task.pid}`} · chunk {task.chunk}
      </span>
    </header>
  );
}
