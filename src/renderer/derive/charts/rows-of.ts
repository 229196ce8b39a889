/** The tasks that a mark of a chart stands for, looked up when somebody asks for them. */
import type { Facts } from '../../store/facts';
import { runIndexOf } from '../run-index';
import { RowFeed } from './row-feed';
import type { Scope } from './scope';

/** Rows of a scope that a test picks, of those whose outcome is known. */
export function rowsWhere(facts: Facts, scope: Scope, picks: (row: number) => boolean): number[] {
  const { columns } = facts.data.table;
  const found: number[] = [];
  new RowFeed(scope).take(runIndexOf(facts), columns, Number.POSITIVE_INFINITY, (row) => {
    if (picks(row)) found.push(row);
  });
  return found;
}

/** Rows of one worker, the longest runs first. */
export function workerRows(facts: Facts, scope: Scope, worker: number): number[] {
  const { runBegin, runEnd, worker: workers } = facts.data.table.columns;
  const length = (row: number): number => (runEnd[row] ?? 0) - (runBegin[row] ?? 0) || 0;
  return rowsWhere(facts, scope, (row) => workers[row] === worker).sort((a, b) => length(b) - length(a));
}

/** Rows whose results the caller had read in a stretch, in that order; of a plain loop, those that ended in it. */
export function finishedRows(facts: Facts, scope: Scope, fromNs: number, toNs: number): number[] {
  const { caller } = runIndexOf(facts);
  const { columns } = facts.data.table;
  if ((scope?.workers ?? null) === null && caller.loads.length > 0) {
    const first = caller.loads.firstEndingAfter(fromNs);
    return [...caller.loadedRows.array.subarray(first, Math.max(first, caller.loads.firstEndingAfter(toNs)))];
  }
  return rowsWhere(facts, scope, (row) => {
    const end = columns.resultDumpsEnd[row] ?? Number.NaN;
    return end > fromNs && end <= toNs;
  });
}
