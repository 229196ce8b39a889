/**
 * Things counted over the rows of a scope, made once for it and kept up as the run grows. A long history is taken in
 * steps, so that no single rendering pays for a million rows.
 */
import type { TaskColumns } from '../../../shared/telemetry';
import type { Facts, RunData } from '../../store/facts';
import { runIndexOf } from '../run-index';
import { RowFeed } from './row-feed';
import { type Scope, sameScope } from './scope';

export interface RowCounter {
  add(columns: TaskColumns, row: number): void;
}

export interface Counted<Counter> {
  readonly counter: Counter;
  /** All rows that are known have been counted; otherwise ask again. */
  readonly complete: boolean;
}

/** Rows counted at a time: some ten milliseconds. */
export const ROWS_A_STEP = 20_000;

/** @param make makes a counter; those of different `key` are different */
export function perScope<Counter extends RowCounter, Key>(make: (key: Key, facts: Facts) => Counter) {
  interface Entry {
    readonly key: Key;
    readonly scope: Scope;
    /** Delivery comes after the outcome: what was counted live is counted anew when the run has ended. */
    readonly ended: boolean;
    readonly feed: RowFeed;
    readonly counter: Counter;
  }
  const known = new WeakMap<RunData, Entry>();
  return (facts: Facts, scope: Scope, key: Key, most = ROWS_A_STEP): Counted<Counter> => {
    const { data } = facts;
    const ended = facts.ended !== null;
    let entry = known.get(data);
    if (entry === undefined || entry.key !== key || entry.ended !== ended || !sameScope(entry.scope, scope)) {
      entry = { key, scope, ended, feed: new RowFeed(scope), counter: make(key, facts) };
      known.set(data, entry);
    }
    const { columns } = data.table;
    const { counter, feed } = entry;
    const complete = feed.take(runIndexOf(facts), columns, most, (row) => counter.add(columns, row));
    return { counter, complete };
  };
}
