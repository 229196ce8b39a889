/** Spans of a worker's lane one by one: for numbers, outlines, marks and what the pointer is over. */
import type { LaneIndex } from '../../derive/lane-index';
import { hasHappened, knownRight } from '../as-of';
import { type Frame, GUTTER } from '../track';

export interface RowSpan {
  /** Begin of the work on the task. */
  readonly beginNs: number;
  /** Begin of the run phase, where known. */
  readonly runNs: number;
  /** End of the work, or until when it has lasted. */
  readonly endNs: number;
}

/** When a worker worked on a row, as far as it is drawn; null: it has not begun. */
export function spanOfRow(frame: Frame, lane: LaneIndex, row: number): RowSpan | null {
  const { columns } = frame.facts.data.table;
  const beginNs = lane.beginOf(row);
  if (!hasHappened(frame, beginNs)) return null;
  const runNs = columns.runBegin[row] || beginNs;
  const measured = columns.resultDumpsEnd[row] || columns.runEnd[row];
  const endNs = measured || lastKnown(frame, columns.worker[row] ?? 0);
  return { beginNs, runNs: Math.min(runNs, frame.asOfNs), endNs: Math.min(endNs, frame.asOfNs) };
}

/** Until when unfinished work of a worker lasts: now, or its death. */
export function lastKnown(frame: Frame, worker: number): number {
  return Math.min(frame.facts.data.workers[worker]?.exit?.at ?? frame.nowNs, frame.asOfNs);
}

/**
 * Tells where in view something failed or was lost, each at least `spacing` px after the one before: closer ones share
 * a mark. Costs a search for each mark, whatever the number of failures.
 */
export function forEachTrouble(
  frame: Frame,
  lane: LaneIndex,
  spacing: number,
  tell: (x: number, row: number) => void,
): void {
  const { troubles } = lane;
  const { scale } = frame;
  const right = knownRight(frame);
  let next = firstAt(lane, scale.startNs, 0);
  while (next < troubles.length) {
    const row = troubles.array[next] ?? 0;
    const x = scale.toX(lane.troubleAt(row));
    if (x > right) return;
    if (x >= GUTTER) tell(x, row);
    next = firstAt(lane, scale.toNs(x + spacing), next + 1);
  }
}

/** The first trouble from position `from` on that happened at `atNs` or later. */
function firstAt(lane: LaneIndex, atNs: number, from: number): number {
  let low = from;
  let high = lane.troubles.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (lane.troubleAt(lane.troubles.array[middle] ?? 0) < atNs) low = middle + 1;
    else high = middle;
  }
  return low;
}
