/** The greatest number of tasks that were between the begin and the end of their run at one moment. */
import type { TaskTable } from '../../shared/task-table';

/** Looks at every row: for a run that is over. A run that never came to its end counts to the end of all others. */
export function mostAtOnce({ columns, length }: TaskTable): number {
  const begins = columns.runBegin.slice(0, length).filter((at) => !Number.isNaN(at));
  const ends = columns.runEnd.slice(0, length).filter((at) => !Number.isNaN(at));
  begins.sort();
  ends.sort();
  let ended = 0;
  let most = 0;
  for (let begun = 1; begun <= begins.length; begun++) {
    // Who ends as another begins was not at it together with that one.
    while (ended < ends.length && (ends[ended] ?? 0) <= (begins[begun - 1] ?? 0)) ended++;
    most = Math.max(most, begun - ended);
  }
  return most;
}
