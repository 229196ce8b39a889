/** Which task a lane was at, at a moment. */
import type { LaneIndex } from '../lane-index';
import { NO_ROW } from '../row-cursor';

/** The row that was worked on at a moment, begun and not ended, or NO_ROW. */
export function rowUnderWay(lane: LaneIndex, atNs: number): number {
  const span = lane.work.firstEndingAfter(atNs);
  const row = span < lane.rows.length ? (lane.rows.array[span] ?? NO_ROW) : lane.current();
  return row !== NO_ROW && lane.beginOf(row) <= atNs ? row : NO_ROW;
}
