/** Figures of one worker process as of a moment. As workerStats, which tells of the last one. */
import type { WorkerRecord } from '../../../shared/telemetry';
import type { Facts } from '../../store/facts';
import { upperBoundBy } from '../binary-search';
import { WORK_PARTS } from '../lane-index';
import { runIndexOf } from '../run-index';
import type { WorkerStats } from '../worker-stats';
import { troubleAt } from './counts-at';
import { sampleAt } from './samples-at';
import { workerStateAt } from './worker-state-at';

const parts = new Float64Array(Object.keys(WORK_PARTS).length);

/** @returns null: the worker had not been started */
export function workerStatsAt(facts: Facts, worker: WorkerRecord, atNs: number): WorkerStats | null {
  const { data } = facts;
  const { completed } = data.table.columns;
  const lane = runIndexOf(facts).lanes[worker.index];
  const state = workerStateAt(worker, lane, data.table.columns, atNs);
  if (state === null) return null;
  const { readyAt, exit } = worker;
  const alive = readyAt === null || readyAt > atNs ? Number.NaN : Math.min(atNs, exit?.at ?? atNs) - readyAt;
  let [busy, done, failed, lost] = [0, 0, 0, 0];
  if (lane !== undefined) {
    lane.work.timeUntil(atNs, parts);
    for (const part of parts) busy += part;
    const trouble = troubleAt(facts, lane, atNs);
    [failed, lost] = [trouble.failed, trouble.lost];
    // Results are read in the order in which a worker sends them. What was lost with it comes last and has none.
    const readAt = (span: number): number => completed[lane.rows.array[span] ?? 0] || Number.POSITIVE_INFINITY;
    done = upperBoundBy(lane.rows.length, readAt, atNs) - trouble.read;
  }
  const sample = sampleAt(data, worker.index, atNs);
  return {
    state,
    done,
    failed,
    lost,
    busyShare: alive > 0 ? Math.min(1, busy / alive) : Number.NaN,
    cpu: sample === -1 ? Number.NaN : (data.sampleCpu.array[sample] ?? Number.NaN),
    memoryBytes: sample === -1 ? Number.NaN : (data.sampleMemory.array[sample] ?? Number.NaN),
  };
}
