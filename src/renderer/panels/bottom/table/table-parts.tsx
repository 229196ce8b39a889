/** Heads and spacers that the tables of the panels share. */
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { Method } from '../../../truth/method';
import type { MethodId } from '../../../truth/methods';
import { TruthBadge } from '../../../ui/truth-badge';

export interface Column {
  readonly name: string;
  /** CSS width; left out: what is left over. */
  readonly width?: string;
  readonly align?: 'right';
  /** How its numbers are come by; left out: it has names or texts. */
  readonly method?: MethodId | Method;
}

export interface Sorting {
  /** Name of the column. */
  readonly column: string;
  readonly descending: boolean;
}

/** Height of a head: where it says what its numbers are, it has a second line for that. */
export function headPx(columns: readonly Column[]): number {
  return columns.some(({ method }) => method !== undefined) ? 44 : 28;
}

interface TableHeadProps {
  readonly columns: readonly Column[];
  /** null: as it comes. */
  readonly sorting?: Sorting | null;
  /** Left out: the table cannot be sorted. */
  onSort?(column: string): void;
}

export function TableHead({ columns, sorting = null, onSort }: TableHeadProps) {
  const firstTold = columns.findIndex(({ method }) => method !== undefined);
  return (
    <>
      <colgroup>
        {columns.map(({ name, width }) => (
          <col key={name} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1} style={{ height: headPx(columns) }} onKeyDown={stepAmongHeads}>
          {columns.map(({ name, align, method }, index) => (
            <th
              key={name}
              scope="col"
              data-align={align}
              aria-sort={onSort === undefined ? undefined : sortOf(name, sorting)}
            >
              {onSort === undefined ? (
                name
              ) : (
                <SortButton
                  name={name}
                  sorting={sorting}
                  inTabOrder={sorting === null ? index === 0 : sorting.column === name}
                  onSort={onSort}
                />
              )}
              {method !== undefined && (
                <TruthBadge method={method} inHead tabIndex={onSort === undefined && index === firstTold ? 0 : -1} />
              )}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}

function sortOf(name: string, sorting: Sorting | null): 'ascending' | 'descending' | 'none' {
  if (sorting?.column !== name) return 'none';
  return sorting.descending ? 'descending' : 'ascending';
}

interface SortButtonProps {
  readonly name: string;
  readonly sorting: Sorting | null;
  /** One head of a table is; arrow keys lead to the others. */
  readonly inTabOrder: boolean;
  onSort(column: string): void;
}

function SortButton({ name, sorting, inTabOrder, onSort }: SortButtonProps) {
  const Arrow = sorting?.descending ? ArrowDown : ArrowUp;
  return (
    <button
      type="button"
      className="bottom-sort"
      tabIndex={inTabOrder ? 0 : -1}
      title={`Sort by ${name.toLowerCase()}`}
      onClick={() => onSort(name)}
    >
      {sorting?.column === name && <Arrow size={12} aria-hidden="true" />}
      {name}
    </button>
  );
}

/** Left and right go from head to head, and to the badges in them. */
function stepAmongHeads(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const { target, currentTarget } = event;
  // What a badge opens belongs to the head only for React.
  if (step === undefined || !(target instanceof HTMLButtonElement) || !currentTarget.contains(target)) return;
  event.preventDefault();
  const heads = [...currentTarget.querySelectorAll('button')];
  heads[heads.indexOf(target) + step]?.focus();
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
