/** The greatest number of tasks that were between the begin and the end of their run at one moment. */
import type { TaskTable } from '../../shared/task-table';

/** Looks at every run: for a whole that is over. One that never came to its end, NaN, counts to the end of all others. */
export function mostAtOnce(begin: Float64Array, end: Float64Array): number {
  const begins = begin.filter((at) => !Number.isNaN(at));
  const ends = end.filter((at) => !Number.isNaN(at));
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

/** Of all rows of a table. */
export const mostRunsAtOnce = ({ columns: { runBegin, runEnd }, length }: TaskTable): number =>
  mostAtOnce(runBegin.subarray(0, length), runEnd.subarray(0, length));
