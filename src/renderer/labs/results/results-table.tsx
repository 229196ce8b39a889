/** A lab's results on the screen. The head of a column says what its numbers are, and pressed how they were come by. */
import { formatBytes, formatCount, formatDuration, formatFactor, NO_VALUE } from '../../../shared/format';
import { TruthBadge } from '../../ui/truth-badge';
import type { LabResults, ResultCell, ResultColumn } from './lab-results';

interface ResultsTableProps {
  readonly label: string;
  readonly results: Pick<LabResults, 'columns' | 'rows'>;
}

export function ResultsTable({ label, results: { columns, rows } }: ResultsTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="lab-results" aria-label={label} tabIndex={0}>
      <table className="lab-table">
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {columns.map(({ id, label: name, kind, method }, at) => (
              <th key={id} scope="col" data-number={isNumber(rows, at)} title={kind === 'given' ? method : undefined}>
                {name}
                {kind !== 'given' && <TruthBadge method={{ kind, name, how: method }} inHead />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.slice(0, 2).join(' ')}>
              {columns.map((column, at) => (
                <td key={column.id} data-number={isNumber(rows, at)}>
                  {cellText(column, row[at] ?? null)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Numbers stand at the right, words at the left. */
const isNumber = (rows: LabResults['rows'], at: number): boolean => rows.every((row) => typeof row[at] !== 'string');

function cellText({ unit }: ResultColumn, cell: ResultCell): string {
  if (cell === null) return NO_VALUE;
  if (typeof cell === 'string') return cell;
  if (unit === 'ms') return formatDuration(cell * 1e6);
  if (unit === 'bytes') return formatBytes(cell);
  if (unit === 'cores') return cell.toFixed(1);
  return unit === '' ? formatFactor(cell) : formatCount(Math.round(cell));
}
