/** Who was at work at a moment, and at what: the latest process of each slot that had been started. */
import type { WorkerRecord } from '../../../shared/telemetry';
import type { Facts } from '../../store/facts';
import { NO_ROW } from '../row-cursor';
import { runIndexOf } from '../run-index';
import type { WorkerState } from '../worker-state';
import { rowUnderWay } from './row-under-way';
import { workerStateAt } from './worker-state-at';

export interface WorkerAt {
  readonly worker: WorkerRecord;
  readonly state: WorkerState;
  /** The task that it was at; null: none. */
  readonly task: number | null;
}

/** @returns in the order of slots */
export function workersAt(facts: Facts, atNs: number): readonly WorkerAt[] {
  const { workers, table } = facts.data;
  const latest: (WorkerRecord | undefined)[] = [];
  for (const worker of workers) {
    if (worker === undefined || worker.spawnedAt > atNs) continue;
    const other = latest[worker.slot];
    if (other === undefined || other.spawnedAt <= worker.spawnedAt) latest[worker.slot] = worker;
  }
  const { lanes } = runIndexOf(facts);
  return latest.flatMap((worker): WorkerAt[] => {
    if (worker === undefined) return [];
    const lane = lanes[worker.index];
    const state = workerStateAt(worker, lane, table.columns, atNs);
    if (state === null) return [];
    const row = lane === undefined || state === 'crashed' || state === 'exited' ? NO_ROW : rowUnderWay(lane, atNs);
    return [{ worker, state, task: row === NO_ROW ? null : (table.columns.task[row] ?? null) }];
  });
}
