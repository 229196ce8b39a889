/** Heads and spacers that the tables of the panels share. */

import { TruthBadge } from '../../../ui/truth-badge';

export interface Column {
  readonly name: string;
  /** CSS width; left out: what is left over. */
  readonly width?: string;
  readonly align?: 'right';
  /** Where its numbers come from. */
  readonly kind?: 'measured' | 'derived';
}

/** Height of a head: where it says what its numbers are, it has a second line for that. */
export function headPx(columns: readonly Column[]): number {
  return columns.some(({ kind }) => kind !== undefined) ? 44 : 28;
}

export function TableHead({ columns }: { columns: readonly Column[] }) {
  return (
    <>
      <colgroup>
        {columns.map(({ name, width }) => (
          <col key={name} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1} style={{ height: headPx(columns) }}>
          {columns.map(({ name, align, kind }) => (
            <th key={name} scope="col" data-align={align}>
              {name}
              {kind !== undefined && <TruthBadge kind={kind} />}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}

/** Stands for the rows that are not rendered. */
export function Spacer({ heightPx, columns }: { heightPx: number; columns: number }) {
  if (heightPx <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it takes no focus
    <tr aria-hidden="true" className="bottom-spacer">
      <td colSpan={columns} style={{ height: heightPx }} />
    </tr>
  );
}
