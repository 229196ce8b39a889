/** When a worker worked on a row, from the facts alone: for whatever moves to a task or measures it. */
import type { Facts } from '../store/facts';
import { runIndexOf } from './run-index';

export interface TimeSpan {
  readonly beginNs: number;
  readonly endNs: number;
}

/** From loads to dumps; unfinished work lasts until now, or until its worker died. @returns null: it has not begun */
export function rowSpan(facts: Facts, row: number): TimeSpan | null {
  const { table, workers } = facts.data;
  if (row < 0 || row >= table.length) return null;
  const { columns } = table;
  const worker = columns.worker[row] ?? 0;
  const beginNs = runIndexOf(facts).lanes[worker]?.beginOf(row) ?? Number.NaN;
  if (Number.isNaN(beginNs)) return null;
  const measured = columns.resultDumpsEnd[row] || columns.runEnd[row];
  return { beginNs, endNs: measured || Math.max(beginNs, workers[worker]?.exit?.at ?? facts.now) };
}

/** From the first begin of some rows to their last end; null: none of them has begun. */
export function rowsSpan(facts: Facts, rows: readonly number[]): TimeSpan | null {
  const spans = rows.flatMap((row) => rowSpan(facts, row) ?? []);
  if (spans.length === 0) return null;
  const beginNs = Math.min(...spans.map((span) => span.beginNs));
  return { beginNs, endNs: Math.max(...spans.map((span) => span.endNs)) };
}
