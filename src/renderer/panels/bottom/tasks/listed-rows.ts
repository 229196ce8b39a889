/** The rows that the table of tasks lists, in order: all or those that match, as they were dispatched or sorted. */
import { lowerBound } from '../../../derive/binary-search';
import type { ReadValues } from '../../../derive/search/field-values';
import { BLOCK } from '../../../derive/search/program';
import { sortRows } from '../../../derive/sort-rows';
import type { RunData } from '../../../store/facts';

export interface ListedRows {
  readonly length: number;
  at(place: number): number;
  /** @returns null for a row that is not listed */
  placeOf(row: number): number | null;
}

/** Rows 0 up to `length`: nothing is kept for them. */
export function allRows(length: number): ListedRows {
  return { length, at: (place) => place, placeOf: (row) => (row < length ? row : null) };
}

export function someRows(ascending: Uint32Array): ListedRows {
  return {
    length: ascending.length,
    at: (place) => ascending[place] ?? 0,
    placeOf(row) {
      const place = lowerBound(ascending, ascending.length, row);
      return ascending[place] === row ? place : null;
    },
  };
}

/** Sorted in one go; what is not known comes last. */
export function sortedRows(data: RunData, listed: ListedRows, read: ReadValues, descending: boolean): ListedRows {
  const rows = new Uint32Array(listed.length);
  for (let place = 0; place < rows.length; place++) rows[place] = listed.at(place);
  const order = sortRows(rows, keysOf(data, rows, read), descending);
  return {
    length: order.length,
    at: (place) => order[place] ?? 0,
    placeOf(row) {
      const place = order.indexOf(row);
      return place === -1 ? null : place;
    },
  };
}

/** Values of ascending rows. Columns are read in blocks, and only those that have a row among them. */
function keysOf(data: RunData, rows: Uint32Array, read: ReadValues): Float64Array {
  const keys = new Float64Array(rows.length);
  const values = new Float64Array(BLOCK);
  let place = 0;
  while (place < rows.length) {
    const from = (rows[place] ?? 0) - ((rows[place] ?? 0) % BLOCK);
    read(data, from, Math.min(BLOCK, data.table.length - from), values);
    for (; place < rows.length; place++) {
      const at = (rows[place] ?? 0) - from;
      if (at >= BLOCK) break;
      keys[place] = values[at] ?? Number.NaN;
    }
  }
  return keys;
}
