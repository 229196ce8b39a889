/** One failed task in a table. */
import { NO_VALUE } from '../../../../shared/format';
import { outcomeCode } from '../../../../shared/telemetry';
import type { Facts } from '../../../store/facts';
import { ErrorMark } from '../error-mark';
import type { Previews } from '../results/previews';
import type { Column } from '../table/table-parts';

export const ERROR_COLUMNS: readonly Column[] = [
  { name: 'Task', width: '72px', align: 'right' },
  { name: 'PID', width: '80px', align: 'right', method: 'task.pid' },
  { name: 'Outcome', width: '80px' },
  { name: 'Error' },
];

export function ErrorCells({ facts, row, previews }: { facts: Facts; row: number; previews: Previews }) {
  const { columns } = facts.data.table;
  const task = columns.task[row] ?? 0;
  const text = previews.get(task)?.text ?? '…';
  return (
    <>
      <td data-align="right">{task}</td>
      <td className="bottom-mono" data-align="right">
        {facts.data.workers[columns.worker[row] ?? 0]?.pid ?? NO_VALUE}
      </td>
      <td>{columns.outcome[row] === outcomeCode.lost ? 'lost' : 'failed'}</td>
      <td className="bottom-value bottom-danger" title={text}>
        <ErrorMark />
        {text}
      </td>
    </>
  );
}
