/**
 * The filter of the timeline: what was typed, what is wrong with it, and which rows match. One filter serves the
 * search field, the canvas, the table of tasks and the charts.
 */
import { createStore } from 'zustand/vanilla';

/** Rows that match the filter. Kept up while the run grows: an older object tells what is known now. */
export interface Matches {
  /** Ascending. Made when asked for. */
  readonly rows: Uint32Array;
  /** How many rows match. */
  readonly length: number;
  /** In constant time: for whoever draws. */
  has(row: number): boolean;
  /** Another one whenever other rows match. */
  readonly revision: number;
}

export interface FilterState {
  /** As typed. */
  readonly text: string;
  /** One sentence about what is not understood; null: all is. */
  readonly problem: string | null;
  /** null: no filter is set. */
  readonly matches: Matches | null;
}

export function createFilterStore() {
  const store = createStore<FilterState>(() => ({ text: '', problem: null, matches: null }));
  return Object.assign(store, {
    /** Sets the filter, in the language of derive/search/parse-query.ts; empty: none. */
    setText(text: string): void {
      store.setState({ text });
    },
  });
}

export type FilterStore = ReturnType<typeof createFilterStore>;

export const filterStore: FilterStore = createFilterStore();
