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
    /** What was counted live, shown until the new count has come as far. */
    live: Counter | null;
  }
  const known = new WeakMap<RunData, Entry>();

  function entryOf(facts: Facts, scope: Scope, key: Key): Entry {
    const ended = facts.ended !== null;
    const last = known.get(facts.data);
    const same = last !== undefined && last.key === key && sameScope(last.scope, scope);
    if (same && last.ended === ended) return last;
    const live = same ? last.counter : null;
    const entry: Entry = { key, scope, ended, feed: new RowFeed(scope), counter: make(key, facts), live };
    known.set(facts.data, entry);
    return entry;
  }

  return (facts: Facts, scope: Scope, key: Key, most = ROWS_A_STEP): Counted<Counter> => {
    const entry = entryOf(facts, scope, key);
    const { columns } = facts.data.table;
    const { counter, feed } = entry;
    const complete = feed.take(runIndexOf(facts), columns, most, (row) => counter.add(columns, row));
    if (complete) entry.live = null;
    return { counter: entry.live ?? counter, complete };
  };
}
