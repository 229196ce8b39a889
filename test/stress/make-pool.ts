/** Pools for stress cases: their workers' PIDs are noted, and what the caller is told of each task is counted. */
import { join } from 'node:path';
import { startClock } from '../../src/main/clock';
import { observedBy, type PoolObserver } from '../../src/main/pool/observer';
import { Pool, type PoolOptions } from '../../src/main/pool/pool';
import type { WorkerRecord } from '../../src/shared/telemetry';
import type { FunctionSpec } from '../../src/shared/worker-protocol';
import type { WorkloadName } from '../../src/shared/workloads';
import { makeFunction, type TaskFunction } from '../../src/workers/function-table';
import type { StressLab } from './stress-case';

export type StressPool = Pool & { readonly workers: readonly WorkerRecord[] };

type Options = Partial<Omit<PoolOptions, 'observer'>> & { readonly memoryLimitMb?: number };

export function makePool(
  lab: StressLab,
  { memoryLimitMb, ...options }: Options = {},
  ...observers: Partial<PoolObserver>[]
): StressPool {
  const workers: WorkerRecord[] = [];
  const keep: Partial<PoolObserver> = {
    workerChanged: (worker) => {
      if (worker.pid !== null && workers[worker.index]?.pid !== worker.pid) lab.pids.push(worker.pid);
      workers[worker.index] = worker;
    },
  };
  const { spawn } = lab.makeEngine(memoryLimitMb ?? null);
  const observer = observedBy(keep, ...observers);
  return Object.assign(new Pool({ processes: 2, spawn, clock: startClock(), ...options, observer }), { workers });
}

/** A workload of the catalogue. */
export function calls(workload: WorkloadName, params: Record<string, unknown> = {}): FunctionSpec {
  return { workload, params, seed: 42, tuple: false, shared: null, resultPayload: { kind: 'none', bytes: 0 } };
}

/** A function of test/fixtures/modules/words.mjs. */
export function own(lab: StressLab, name: string): FunctionSpec {
  return calls('module', { file: join(lab.root, 'test/fixtures/modules/words.mjs'), export: name });
}

/** What one process alone comes to. */
export async function serially(spec: FunctionSpec, items: readonly number[]): Promise<unknown[]> {
  const call: TaskFunction = await makeFunction(spec);
  return items.map((item, index) => call(item, index));
}

export const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
