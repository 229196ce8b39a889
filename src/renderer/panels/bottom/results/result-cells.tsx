/** One result in a table: which task's, what it is, who made it, how long that took. */
import { formatCount, formatDuration, NO_VALUE } from '../../../../shared/format';
import type { ResultPreview } from '../../../../shared/ipc';
import { phaseNanos } from '../../../../shared/phases';
import { outcomeCode } from '../../../../shared/telemetry';
import { recordingOf } from '../../../derive/is-live';
import type { Facts } from '../../../store/facts';
import { ErrorMark } from '../error-mark';
import type { Column } from '../table/table-parts';

export const RESULT_COLUMNS: readonly Column[] = [
  { name: 'Delivered', width: '88px', align: 'right', method: 'task.delivered' },
  { name: 'Input index', width: '96px', align: 'right' },
  { name: 'PID', width: '80px', align: 'right', method: 'task.pid' },
  { name: 'Run', width: '96px', align: 'right', method: 'phase.run' },
  { name: 'Value' },
];

interface ResultCellsProps {
  readonly facts: Facts;
  readonly position: number;
  readonly row: number;
  readonly preview: ResultPreview | undefined;
}

export function ResultCells({ facts, position, row, preview }: ResultCellsProps) {
  const { columns } = facts.data.table;
  const failed = columns.outcome[row] !== outcomeCode.completed;
  const pid = facts.data.workers[columns.worker[row] ?? 0]?.pid;
  return (
    <>
      <td data-align="right">{formatCount(position + 1)}</td>
      <td data-align="right">{columns.task[row]}</td>
      <td className="bottom-mono" data-align="right">
        {pid ?? NO_VALUE}
      </td>
      <td data-align="right">{formatDuration(phaseNanos(columns, row, 'run'))}</td>
      <td className={failed ? 'bottom-value bottom-danger' : 'bottom-value'} title={preview?.text}>
        {failed && <ErrorMark />}
        {preview?.text ?? (recordingOf(facts) === null ? '…' : NO_VALUE)}
      </td>
    </>
  );
}
