/** What a worker process was doing at a moment. As workerState, which tells of the last one. */
import type { TaskColumns, WorkerRecord } from '../../../shared/telemetry';
import type { LaneIndex } from '../lane-index';
import { NO_ROW } from '../row-cursor';
import type { WorkerState } from '../worker-state';
import { rowUnderWay } from './row-under-way';

/**
 * @param lane undefined: nothing was sent to the worker
 * @returns null: it had not been started
 */
export function workerStateAt(
  worker: WorkerRecord,
  lane: LaneIndex | undefined,
  columns: TaskColumns,
  atNs: number,
): WorkerState | null {
  if (worker.spawnedAt > atNs) return null;
  if (worker.exit !== null && worker.exit.at <= atNs) return worker.exit.kind;
  if (worker.readyAt === null || worker.readyAt > atNs) return 'booting';
  const task = lane === undefined ? null : taskStateAt(lane, columns, atNs);
  if (task !== null) return task;
  return worker.exitingAt !== null && worker.exitingAt <= atNs ? 'exiting' : 'idle';
}

function taskStateAt(lane: LaneIndex, columns: TaskColumns, atNs: number): WorkerState | null {
  const row = rowUnderWay(lane, atNs);
  if (row !== NO_ROW) {
    if (happened(columns.runEnd, row, atNs)) return 'sending';
    return happened(columns.runBegin, row, atNs) ? 'running' : 'receiving';
  }
  const chunk = lane.chunks.firstEndingAfter(atNs);
  if (chunk >= lane.chunkFirsts.length) return null;
  const first = lane.chunkFirsts.array[chunk] ?? 0;
  if (!happened(columns.argsSent, first, atNs)) return null;
  // Its first task is done and no other is under way: the chunk is on its way back.
  return happened(columns.resultDumpsEnd, first, atNs) ? 'sending' : 'receiving';
}

function happened(moments: Float64Array, row: number, atNs: number): boolean {
  return (moments[row] ?? Number.NaN) <= atNs;
}
