/** What measuring snaps to on a worker's lane: its tasks with their phases, its chunks, its life. */
import { nearer, nearestEdge } from '../../derive/nearest-edge';
import { NO_ROW } from '../../derive/row-cursor';
import type { Frame } from '../track';

export function nearestWorkerEdge(atNs: number, reachNs: number, frame: Frame, worker: number): number {
  const lane = frame.index.lanes[worker];
  const record = frame.facts.data.workers[worker];
  let best = Number.NaN;
  const consider = (moment: number | null | undefined): void => {
    best = nearer(best, moment, atNs, reachNs);
  };
  if (lane !== undefined) {
    consider(nearestEdge(lane.work, atNs, reachNs));
    consider(nearestEdge(lane.chunks, atNs, reachNs));
    const current = lane.current();
    if (current !== NO_ROW) {
      consider(lane.beginOf(current));
      consider(frame.facts.data.table.columns.runBegin[current]);
    }
  }
  for (const moment of [record?.spawnedAt, record?.readyAt, record?.exitingAt, record?.exit?.at]) consider(moment);
  return best;
}
