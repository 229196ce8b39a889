/** The rows whose error says a text: the summary knows errors by task, and an error is that of a task's latest run. */
import type { Facts } from '../../store/facts';

/** @returns ascending; none before the run has ended, for only then the errors are known */
export function errorRows({ data, ended }: Facts, text: string): Uint32Array {
  const wanted = text.toLowerCase();
  const errors = ended?.summary.errors ?? [];
  const tasks = new Set(
    errors.filter(({ name, message }) => `${name}: ${message}`.toLowerCase().includes(wanted)).map(({ task }) => task),
  );
  if (tasks.size === 0) return new Uint32Array(0);
  const { columns, length } = data.table;
  const rows: number[] = [];
  for (let row = length - 1; row >= 0 && tasks.size > 0; row--) {
    if (tasks.delete(columns.task[row] ?? 0)) rows.push(row);
  }
  return Uint32Array.from(rows.reverse());
}
