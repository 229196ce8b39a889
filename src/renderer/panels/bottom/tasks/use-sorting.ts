/** Which column sorts the table of tasks, and the rows in that order. A long table is not sorted again while a run is live. */
import { useMemo, useState } from 'react';
import type { Facts } from '../../../store/facts';
import type { FilterState } from '../../../store/filter';
import type { Sorting } from '../table/table-parts';
import { allRows, type ListedRows, someRows, sortedRows } from './listed-rows';
import { TASK_COLUMNS } from './task-columns';

/** Up to this many rows are sorted at each piece of news: it takes a few ms. */
const SORTED_LIVE = 20_000;

export interface Sorted {
  readonly rows: ListedRows;
  readonly sorting: Sorting | null;
  /** Rows that came after a long table was sorted. */
  readonly unsorted: number;
  /** The same column again: the other way round, then as dispatched. */
  sortBy(column: string): void;
  sortAgain(): void;
}

export function useSorting({ data, ended, revision }: Facts, { matches, text }: FilterState): Sorted {
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [asked, setAsked] = useState(0);
  const plain = matches === null ? allRows(data.table.length) : someRows(matches.rows);
  const keepsUp = ended !== null || plain.length <= SORTED_LIVE;
  // What the order is made from: for a long table of a live run that is what it was when it was asked for.
  const source = keepsUp ? `${revision} ${matches?.revision}` : `live ${text}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows and columns change with what `source` stands for
  const sorted = useMemo(() => {
    const read = TASK_COLUMNS.find(({ name }) => name === sorting?.column)?.read;
    return sorting === null || read === undefined ? null : sortedRows(data, plain, read, sorting.descending);
  }, [sorting, data, source, asked]);
  return {
    rows: sorted ?? plain,
    sorting,
    unsorted: sorted === null ? 0 : Math.max(0, plain.length - sorted.length),
    sortBy: (column) => setSorting(nextSorting(sorting, column)),
    sortAgain: () => setAsked(asked + 1),
  };
}

function nextSorting(sorting: Sorting | null, column: string): Sorting | null {
  if (sorting?.column !== column) return { column, descending: false };
  return sorting.descending ? null : { column, descending: true };
}
