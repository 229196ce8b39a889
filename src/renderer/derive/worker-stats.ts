/** Figures of one worker process, cheap enough to be read at each frame. */
import type { WorkerRecord } from '../../shared/telemetry';
import { outcomeCode } from '../../shared/telemetry';
import type { Facts } from '../store/facts';
import { WORK_PARTS } from './lane-index';
import { NO_ROW } from './row-cursor';
import { runIndexOf } from './run-index';
import { type WorkerState, workerState } from './worker-state';

export interface WorkerStats {
  readonly state: WorkerState;
  /** Tasks completed; a task that raised counts as failed. Measured. */
  readonly done: number;
  readonly failed: number;
  readonly lost: number;
  /** Time spent on run, loads and dumps as a share of its life since it was ready; NaN before. Derived. */
  readonly busyShare: number;
  /** Of one core, at the last sample; NaN before the first. Measured. */
  readonly cpu: number;
  /** Resident, at the last sample; NaN before the first. Measured. */
  readonly memoryBytes: number;
}

export function workerStats(facts: Facts, worker: WorkerRecord): WorkerStats {
  const { data, now } = facts;
  const index = runIndexOf(facts);
  const lane = index.lanes[worker.index];
  const sample = index.latestSample[worker.index];
  const until = worker.exit?.at ?? Math.max(now, worker.readyAt ?? now);
  const alive = worker.readyAt === null ? Number.NaN : until - worker.readyAt;
  let busy = 0;
  if (lane !== undefined) {
    for (const part of Object.values(WORK_PARTS)) busy += lane.work.total(part);
    const current = lane.current();
    if (current !== NO_ROW) busy += Math.max(0, until - lane.beginOf(current));
  }
  return {
    state: workerState(worker, lane, data.table.columns),
    done: lane?.counts[outcomeCode.completed] ?? 0,
    failed: lane?.counts[outcomeCode.failed] ?? 0,
    lost: lane?.counts[outcomeCode.lost] ?? 0,
    busyShare: alive > 0 ? Math.min(1, busy / alive) : Number.NaN,
    cpu: sample === undefined ? Number.NaN : (data.sampleCpu.array[sample] ?? Number.NaN),
    memoryBytes: sample === undefined ? Number.NaN : (data.sampleMemory.array[sample] ?? Number.NaN),
  };
}
