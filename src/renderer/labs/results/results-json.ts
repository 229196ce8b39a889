/** A lab's results as JSON: the scenario, what each column means, and a record for each row. */
import type { LabResults, ResultCell } from './lab-results';

export function resultsJson({ lab, scenario, columns, rows }: LabResults): string {
  const records = rows.map((row) => Object.fromEntries(columns.map(({ id }, at) => [id, known(row[at] ?? null)])));
  return `${JSON.stringify({ lab, scenario, columns, rows: records }, null, 2)}\n`;
}

const known = (cell: ResultCell): ResultCell => (typeof cell === 'number' && !Number.isFinite(cell) ? null : cell);
