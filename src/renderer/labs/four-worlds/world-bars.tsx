/** Wall time, memory and start-up of all heats as bars beside each other: one table, so that they read as numbers, too. */
import { formatBytes, formatDuration, NO_VALUE } from '../../../shared/format';
import { TruthBadge } from '../../ui/truth-badge';
import type { LabResults, ResultCell, ResultColumn } from '../results/lab-results';
import './world-bars.css';

interface WorldBarsProps {
  /** The table of the lab, medians over its rounds. */
  readonly results: Pick<LabResults, 'columns' | 'rows'>;
}

const BARS = [
  { id: 'wall_ms', text: (ms: number) => formatDuration(ms * 1e6) },
  { id: 'memory_bytes', text: formatBytes },
  { id: 'start_up_ms', text: (ms: number) => formatDuration(ms * 1e6) },
] as const;

export function WorldBars({ results: { columns, rows } }: WorldBarsProps) {
  const at = (id: string): number => columns.findIndex((column) => column.id === id);
  const works = [...new Set(rows.map((row) => String(row[at('work')])))];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="lab-results" aria-label="Bars" tabIndex={0}>
      {works.map((work) => {
        const own = rows.filter((row) => row[at('work')] === work);
        return (
          <table key={work} className="lab-table world-bars">
            <caption>{work}</caption>
            <thead>
              <tr>
                <th scope="col">World</th>
                {BARS.map(({ id }) => (
                  <th key={id} scope="col">
                    <BarHead column={columns[at(id)]} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {own.map((row) => (
                <tr key={String(row[at('world')])}>
                  <th scope="row">{row[at('world')]}</th>
                  {BARS.map(({ id, text }) => (
                    <BarCell key={id} value={row[at(id)] ?? null} most={mostOf(own, at(id))} text={text} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        );
      })}
    </section>
  );
}

function BarHead({ column }: { readonly column: ResultColumn | undefined }) {
  if (column === undefined) return null;
  const { label, kind, method } = column;
  return (
    <>
      {label} {kind !== 'given' && <TruthBadge method={{ kind, name: label, how: method }} inHead small />}
    </>
  );
}

const mostOf = (rows: readonly (readonly ResultCell[])[], column: number): number =>
  Math.max(...rows.map((row) => Number(row[column] ?? 0)));

interface BarCellProps {
  readonly value: ResultCell;
  /** Length of a whole bar. */
  readonly most: number;
  text(value: number): string;
}

function BarCell({ value, most, text }: BarCellProps) {
  if (typeof value !== 'number') return <td>{NO_VALUE}</td>;
  return (
    <td>
      <span className="world-bar">
        <span className="world-bar-fill" style={{ width: `${most > 0 ? (100 * value) / most : 0}%` }} />
      </span>
      <span className="world-bar-text">{text(value)}</span>
    </td>
  );
}
