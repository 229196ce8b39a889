/** One task of a heat in words: which it is, when it ran, when the caller got it, and whether it waited. */
import { formatDuration } from '../../../shared/format';
import type { Heat } from '../../derive/race/heat';

export function heatTaskWords(label: string, { rows, workers, tasks, deliveredOrder }: Heat, row: number): string[] {
  const at = (column: Float64Array): number => column[row] ?? Number.NaN;
  const [begin, end, completed, delivered] = [at(rows.begin), at(rows.end), at(rows.completed), at(rows.delivered)];
  const worker = workers[rows.worker[row] ?? 0];
  const where = worker?.pid == null ? '' : ` in PID ${worker.pid}`;
  const lines = [`Task #${rows.task[row] ?? 0} of ${tasks}, ${label}`];
  if (!Number.isNaN(begin)) {
    const span = `${formatDuration(begin)} to ${Number.isNaN(end) ? 'now' : formatDuration(end)}`;
    lines.push(`${rows.failed[row] === 1 ? 'Failed' : 'Ran'}${where}: ${span} after the call`);
  }
  if (!Number.isNaN(completed)) lines.push(`Complete at ${formatDuration(completed)}`);
  if (!Number.isNaN(delivered)) {
    const place = deliveredOrder.indexOf(row);
    const which = place < 0 ? '' : `, result ${place + 1} of ${tasks}`;
    lines.push(`With the caller at ${formatDuration(delivered)}${which}`);
    if (rows.held[row] === 1) lines.push(`Was held for ${formatDuration(delivered - completed)}: others came first`);
  } else if (rows.held[row] === 1) lines.push('Complete, and waits for others');
  return lines;
}
