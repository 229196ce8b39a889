/** A chart's numbers as a table: a caption, units in the head, figures at the right. */
import type { ReactNode } from 'react';
import type { Method } from '../../../truth/method';
import type { MethodId } from '../../../truth/methods';
import { TruthBadge } from '../../../ui/truth-badge';

export interface TableColumn {
  /** With its unit: `Run (ms)`. */
  readonly name: string;
  /** How its numbers are come by; left out: it has names, texts or the bounds of its rows. */
  readonly method?: MethodId | Method;
  /** Names stand at the left, figures at the right. */
  readonly align?: 'left';
}

export interface TableLine {
  readonly key: string | number;
  readonly selected?: boolean;
  readonly cells: readonly ReactNode[];
}

interface ChartTableProps {
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly lines: readonly TableLine[];
}

export function ChartTable({ caption, columns, lines }: ChartTableProps) {
  return (
    <table className="bottom-table chart-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ name, method, align }) => (
            <th key={name} scope="col" data-align={align ?? 'right'}>
              {name}
              {method !== undefined && <TruthBadge method={method} inHead />}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, cells, selected = false }) => (
          <tr key={key} data-selected={selected}>
            {columns.map(({ name, align }, at) =>
              at === 0 ? (
                <th key={name} scope="row" data-align={align ?? 'right'}>
                  {cells[at]}
                  {selected && <span className="visually-hidden">, selected</span>}
                </th>
              ) : (
                <td key={name} data-align={align ?? 'right'}>
                  {cells[at]}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
