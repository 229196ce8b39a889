/** A lab's results as CSV (RFC 4180). Lines that begin with # say how each column was come by. */
import type { LabResults, ResultCell, ResultColumn } from './lab-results';

export function resultsCsv({ columns, rows }: LabResults): string {
  const methods = columns.map(({ id, kind, method }) => `# ${id}: ${kind}. ${method}`);
  const lines = [...methods, columns.map(({ id }) => cellText(id)).join(','), ...rows.map(rowText)];
  return `${lines.join('\n')}\n`;
}

const rowText = (row: readonly ResultCell[]): string => row.map(cellText).join(',');

function cellText(cell: ResultCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  return /[",\n\r#]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A column's name with its unit, as the files have it. */
export const columnId = (name: string, unit: ResultColumn['unit']): string => (unit === '' ? name : `${name}_${unit}`);
