/** One run of a task in a table, in the words and figures of the inspector. */
import { formatBytes, formatDuration, NO_VALUE } from '../../../../shared/format';
import { taskFacts } from '../../../derive/task-facts';
import type { Facts } from '../../../store/facts';
import { OUTCOME_WORDS } from '../../../timeline/describe-task';
import { ErrorMark } from '../error-mark';

export function TaskCells({ facts, row }: { readonly facts: Facts; readonly row: number }) {
  const task = taskFacts(facts.data, row);
  if (task === null) return null;
  const trouble = task.outcome === 'failed' || task.outcome === 'lost';
  return (
    <>
      <td data-align="right">{task.task}</td>
      <td data-align="right">{task.attempt}</td>
      <td className="bottom-mono" data-align="right">
        {task.pid ?? NO_VALUE}
      </td>
      <td data-align="right">{task.chunk}</td>
      <td className={trouble ? 'bottom-danger' : undefined}>
        {trouble && <ErrorMark />}
        {OUTCOME_WORDS[task.outcome]}
      </td>
      {task.phases.map(({ phase, nanos }) => (
        <td key={phase} data-align="right">
          {formatDuration(nanos)}
        </td>
      ))}
      <td data-align="right">{formatDuration(task.phases.reduce((sum, { nanos }) => sum + nanos, 0))}</td>
      <td data-align="right">{formatBytes(task.argsBytes)}</td>
      <td data-align="right">{formatBytes(task.resultBytes ?? Number.NaN)}</td>
    </>
  );
}
