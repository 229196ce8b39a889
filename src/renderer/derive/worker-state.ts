/** What a worker process is doing, from the facts recorded so far. */
import type { TaskColumns, WorkerRecord } from '../../shared/telemetry';
import type { LaneIndex } from './lane-index';
import { NO_ROW } from './row-cursor';

export const WORKER_STATES = [
  'booting',
  'idle',
  'receiving',
  'running',
  'sending',
  'exiting',
  'crashed',
  'exited',
] as const;
export type WorkerState = (typeof WORKER_STATES)[number];

/**
 * The state at the last news. `receiving` and `sending` last as long as a message is known to be under way, or its
 * value to be unpickled or pickled.
 * @param lane undefined: nothing was sent to the worker
 */
export function workerState(worker: WorkerRecord, lane: LaneIndex | undefined, columns: TaskColumns): WorkerState {
  if (worker.exit !== null) return worker.exit.kind;
  if (worker.readyAt === null) return 'booting';
  const task = lane === undefined ? undefined : taskState(lane, columns);
  // A worker asked to exit still runs what it was sent.
  if (task !== undefined) return task;
  return worker.exitingAt === null ? 'idle' : 'exiting';
}

function taskState(lane: LaneIndex, columns: TaskColumns): WorkerState | undefined {
  const current = lane.current();
  if (current !== NO_ROW) {
    if (has(columns.runEnd, current)) return 'sending';
    return has(columns.runBegin, current) ? 'running' : 'receiving';
  }
  if (lane.chunks.length === lane.chunkFirsts.length) return undefined;
  const first = lane.chunkFirsts.array[lane.chunks.length] ?? 0;
  // Its first task is done and no other has begun: the chunk is on its way back.
  return has(columns.resultDumpsEnd, first) ? 'sending' : 'receiving';
}

function has(column: Float64Array, row: number): boolean {
  return !Number.isNaN(column[row] ?? Number.NaN);
}
