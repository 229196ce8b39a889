/** What a heat comes to in numbers: when the caller got what, and what had to wait. */
import type { Heat } from './heat';

export interface HeatFigures {
  /** From the call to its return; ns. */
  readonly wallNs: number;
  /** From the call to the first result that the caller got; NaN: none. */
  readonly firstNs: number;
  /** Other tasks that were complete by then, and not delivered with it. */
  readonly completeByFirst: number;
  /** Tasks that were complete and were held for another chunk. */
  readonly held: number;
  /** From complete to delivered, at most and on average; NaN: nothing was delivered. */
  readonly longestWaitNs: number;
  readonly meanWaitNs: number;
  /** Results that the caller got after one that stands later in the input. */
  readonly outOfOrder: number;
  /** Sum of all runs over wall time. */
  readonly speedup: number;
  /** null: nothing was delivered. */
  readonly order: DeliveryOrder | null;
}

/** What order the caller got the results in; `both`: they completed in input order. */
export type DeliveryOrder = 'input' | 'completion' | 'both' | 'another';

/** A heat never changes: what it comes to is computed once. */
const known = new WeakMap<Heat, HeatFigures>();

export function heatFigures(heat: Heat): HeatFigures {
  const figures = known.get(heat) ?? compute(heat);
  known.set(heat, figures);
  return figures;
}

function compute({ rows, deliveredOrder, completedOrder, lengthNs }: Heat): HeatFigures {
  const head = deliveredOrder[0];
  const firstNs = head === undefined ? Number.NaN : (rows.delivered[head] ?? Number.NaN);
  let completeByFirst = 0;
  for (const row of completedOrder) {
    if ((rows.completed[row] ?? Number.NaN) < firstNs && (rows.delivered[row] ?? Number.NaN) > firstNs)
      completeByFirst++;
  }
  let longest = Number.NaN;
  let sum = 0;
  let outOfOrder = 0;
  let furthest = -1;
  for (const row of deliveredOrder) {
    const wait = Math.max(0, (rows.delivered[row] ?? 0) - (rows.completed[row] ?? 0));
    sum += wait;
    longest = Number.isNaN(longest) ? wait : Math.max(longest, wait);
    const task = rows.task[row] ?? 0;
    if (task < furthest) outOfOrder++;
    furthest = Math.max(furthest, task);
  }
  let runNs = 0;
  for (let row = 0; row < rows.length; row++) {
    const took = (rows.end[row] ?? Number.NaN) - (rows.begin[row] ?? Number.NaN);
    if (!Number.isNaN(took)) runNs += took;
  }
  return {
    wallNs: lengthNs,
    firstNs,
    completeByFirst,
    held: rows.held.reduce((count, one) => count + one, 0),
    longestWaitNs: longest,
    meanWaitNs: deliveredOrder.length === 0 ? Number.NaN : sum / deliveredOrder.length,
    outOfOrder,
    speedup: lengthNs > 0 ? runNs / lengthNs : Number.NaN,
    order: orderOf(rows, deliveredOrder),
  };
}

function orderOf({ task, completed }: Heat['rows'], deliveredOrder: Uint32Array): DeliveryOrder | null {
  if (deliveredOrder.length === 0) return null;
  const rises = (column: Uint32Array | Float64Array): boolean =>
    deliveredOrder.every(
      (row, place) => place === 0 || (column[row] ?? 0) >= (column[deliveredOrder[place - 1] ?? 0] ?? 0),
    );
  if (rises(task)) return rises(completed) ? 'both' : 'input';
  return rises(completed) ? 'completion' : 'another';
}
