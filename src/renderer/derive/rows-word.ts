/** What the rows of a run are called: a task that was run again has more than one. */
import type { Facts } from '../store/facts';

export function rowsWord({ data, started }: Pick<Facts, 'data' | 'started'>): 'tasks' | 'runs of tasks' {
  return started !== null && data.table.length > started.tasks ? 'runs of tasks' : 'tasks';
}
