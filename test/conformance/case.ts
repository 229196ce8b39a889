/** A case of the conformance table: one sentence of docs/pool.md, what it comes to, and how to find out. */
import { join } from 'node:path';
import { type Clock, startClock } from '../../src/main/clock';
import type { Engine } from '../../src/main/engines/engine';
import { observedBy, type PoolObserver } from '../../src/main/pool/observer';
import { Pool, type PoolOptions } from '../../src/main/pool/pool';
import type { WorkerRecord } from '../../src/shared/telemetry';
import type { FunctionSpec } from '../../src/shared/worker-protocol';
import type { WorkloadName } from '../../src/shared/workloads';

export interface Case {
  readonly sentence: string;
  /** What `run` comes to, as JSON has it; whole numbers beyond 2^53 as text. */
  readonly expected: unknown;
  run(lab: Lab): Promise<unknown>;
  /** Name of the function in test/differential/pool_calls.py that does the same with Python's Pool. */
  readonly python?: string;
}

export type LabPool = Pool & { readonly workers: readonly WorkerRecord[] };

/** Where a case runs: on an engine, with functions that its workers can call. */
export class Lab {
  private readonly pools: LabPool[] = [];

  /** @param root the project's folder @param engineWith an engine whose workers have a memory limit */
  constructor(
    private readonly engine: Engine,
    private readonly root: string,
    private readonly engineWith: (memoryLimitMb: number) => Engine,
  ) {}

  /** A pool of two that ends with the case. */
  pool(options: Partial<PoolOptions> & { readonly memoryLimitMb?: number } = {}): LabPool {
    const { observer = {}, memoryLimitMb, ...rest } = options;
    const engine = memoryLimitMb === undefined ? this.engine : this.engineWith(memoryLimitMb);
    const workers: WorkerRecord[] = [];
    const keep: Partial<PoolObserver> = {
      workerChanged: (worker) => {
        workers[worker.index] = worker;
      },
    };
    const clock: Clock = startClock();
    const pool = new Pool({ processes: 2, spawn: engine.spawn, clock, ...rest, observer: observedBy(keep, observer) });
    const labPool = Object.assign(pool, { workers });
    this.pools.push(labPool);
    return labPool;
  }

  /** A workload of the catalogue; a new object is a new function. */
  workload(workload: WorkloadName, params: Record<string, unknown> = {}): FunctionSpec {
    return { workload, params, seed: 42, tuple: false, shared: null, resultPayload: { kind: 'none', bytes: 0 } };
  }

  /** A function of test/fixtures/modules. @param tuple whether its argument is unpacked */
  own(name: string, tuple = false, module = 'words.mjs'): FunctionSpec {
    const file = join(this.root, 'test/fixtures/modules', module);
    return { ...this.workload('module', { file, export: name }), tuple };
  }

  /** Of every worker that there was. */
  get pids(): number[] {
    return this.pools.flatMap(({ workers }) => workers.flatMap(({ pid }) => pid ?? []));
  }

  async close(): Promise<void> {
    await Promise.all(this.pools.map((pool) => pool.terminate()));
  }
}

/** What came of a promise, in words: the value, or the error's message. */
export async function told(promise: Promise<unknown>): Promise<unknown> {
  try {
    return asJson(await promise);
  } catch (error) {
    return (error as Error).message;
  }
}

/** The same of a call that may raise at once. */
export const toldOf = (call: () => unknown): Promise<unknown> => told((async () => call())());

/** As JSON has it; whole numbers beyond 2^53 as text. */
export function asJson(value: unknown): unknown {
  const text = JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? String(part) : (part as unknown)));
  return text === undefined ? null : JSON.parse(text);
}

export const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
