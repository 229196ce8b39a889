/** Going from span to span with the keyboard: along a lane, and from lane to lane. */
import { lowerBound } from '../derive/binary-search';
import type { LaneIndex } from '../derive/lane-index';
import { NO_ROW } from '../derive/row-cursor';
import type { RunIndex } from '../derive/run-index';
import type { RunData } from '../store/facts';
import type { Viewport } from '../store/view';

export type Step = 'next' | 'previous' | 'up' | 'down';

/** @returns the row that a step leads to; the same row where there is nothing further; null in an empty run */
export function stepFrom(
  row: number | null,
  step: Step,
  data: RunData,
  index: RunIndex,
  viewport: Viewport,
): number | null {
  if (row === null) return firstInView(index, viewport);
  const worker = data.table.columns.worker[row] ?? 0;
  const lane = index.lanes[worker];
  if (lane === undefined) return row;
  if (step === 'next' || step === 'previous') return alongLane(lane, row, step === 'next' ? 1 : -1);
  return otherLane(data, index, row, step === 'down' ? 1 : -1);
}

/** Rows of a lane ascend, the current one comes last. */
function alongLane(lane: LaneIndex, row: number, by: 1 | -1): number {
  const { array, length } = lane.rows;
  const current = lane.current();
  const position = lowerBound(array, length, row) + by;
  if (position < 0) return row;
  if (position < length) return array[position] ?? row;
  return position === length && current !== NO_ROW ? current : row;
}

/** The nearest lane above or below that has a task, at about the same time. */
function otherLane(data: RunData, index: RunIndex, row: number, by: 1 | -1): number {
  const order = index.order.map((worker) => index.lanes[worker]);
  const from = order.findIndex((lane) => lane?.worker === data.table.columns.worker[row]);
  const at = order[from]?.beginOf(row) ?? 0;
  for (let position = from + by; position >= 0 && position < order.length; position += by) {
    const found = nearestTo(order[position], at);
    if (found !== NO_ROW) return found;
  }
  return row;
}

function nearestTo(lane: LaneIndex | undefined, at: number): number {
  if (lane === undefined) return NO_ROW;
  if (lane.rows.length === 0) return lane.current();
  const span = Math.min(lane.work.firstEndingAfter(at), lane.rows.length - 1);
  return lane.rows.array[span] ?? NO_ROW;
}

function firstInView(index: RunIndex, { startNs }: Viewport): number | null {
  for (const worker of index.order) {
    const row = nearestTo(index.lanes[worker], startNs);
    if (row !== NO_ROW) return row;
  }
  return null;
}
