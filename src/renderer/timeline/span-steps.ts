/** Going from span to span with the keyboard: along a lane, and from lane to lane. */
import { rowUnderWay } from '../derive/as-of/row-under-way';
import { lowerBound } from '../derive/binary-search';
import type { LaneGroups } from '../derive/lane-groups';
import type { LaneIndex } from '../derive/lane-index';
import { NO_ROW } from '../derive/row-cursor';
import type { Viewport } from '../store/view';

export type Step = 'next' | 'previous' | 'up' | 'down';

/** The lanes that steps go along, whatever they are of. */
export interface StepLanes extends Pick<LaneGroups, 'lane' | 'keyOf'> {
  /** Keys of the lanes that are shown, from top to bottom. */
  readonly order: readonly number[];
}

/**
 * @param asOfNs what has not begun then is not gone to
 * @returns the row that a step leads to; the same row where there is nothing further; null in an empty run
 */
export function stepFrom(
  row: number | null,
  step: Step,
  lanes: StepLanes,
  viewport: Viewport,
  asOfNs = Number.POSITIVE_INFINITY,
): number | null {
  const to = stepAnywhere(row, step, lanes, viewport);
  const lane = to === null ? undefined : lanes.lane(lanes.keyOf(to));
  if (to === null || lane === undefined || lane.beginOf(to) <= asOfNs) return to;
  const known = lastBegun(lane, asOfNs);
  return known === NO_ROW ? row : known;
}

/** The last row of a lane that had begun, or NO_ROW. */
function lastBegun(lane: LaneIndex, asOfNs: number): number {
  const underWay = rowUnderWay(lane, asOfNs);
  if (underWay !== NO_ROW) return underWay;
  const ended = lane.work.firstEndingAfter(asOfNs);
  return ended === 0 ? NO_ROW : (lane.rows.array[ended - 1] ?? NO_ROW);
}

function stepAnywhere(row: number | null, step: Step, lanes: StepLanes, viewport: Viewport): number | null {
  if (row === null) return firstInView(lanes, viewport);
  const key = lanes.keyOf(row);
  const lane = lanes.lane(key);
  if (lane === undefined) return row;
  if (step === 'next' || step === 'previous') return alongLane(lane, row, step === 'next' ? 1 : -1);
  return otherLane(lanes, key, row, step === 'down' ? 1 : -1);
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
function otherLane({ order, lane }: StepLanes, key: number, row: number, by: 1 | -1): number {
  const from = order.indexOf(key);
  const at = lane(key)?.beginOf(row) ?? 0;
  // The lane of the row may not be shown: then one goes to the first that is.
  for (let position = from === -1 ? 0 : from + by; position >= 0 && position < order.length; position += by) {
    const found = nearestTo(lane(order[position] ?? -1), at);
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

function firstInView({ order, lane }: StepLanes, { startNs }: Viewport): number | null {
  for (const key of order) {
    const row = nearestTo(lane(key), startNs);
    if (row !== NO_ROW) return row;
  }
  return null;
}
