/** Makes a scenario's call on a pool. Errors of tasks are the observer's to record: here they only end the call. */
import type { FunctionSpec } from '../../shared/worker-protocol';
import { deferred } from '../deferred';
import { BrokenProcessPool, ModuleError } from '../pool/errors';
import type { PoolObserver } from '../pool/observer';
import { Pool, type PoolCounts } from '../pool/pool';
import { functionSpec, initializerCall, taskArguments } from './function-spec';
import type { Runner, RunnerParts } from './runner';

export class PoolRunner implements Runner {
  private readonly pool: Pool;
  /** Known once what the run shares has been made. */
  private spec: FunctionSpec;
  private args: readonly unknown[] = [];
  private stopped = false;
  private readonly stopping = deferred();

  constructor(
    private readonly parts: RunnerParts,
    observer: PoolObserver,
  ) {
    const { scenario, engine, clock } = parts;
    const { processes, maxTasksPerChild, onWorkerLost, retries, prefetch, taskTimeoutMs } = scenario.pool;
    this.spec = functionSpec(scenario, parts.shared());
    this.pool = new Pool({
      processes,
      maxTasksPerChild,
      onWorkerLost,
      retries,
      prefetch,
      taskTimeoutMs,
      initializer: initializerCall(scenario),
      spawn: engine.spawn,
      clock,
      observer,
    });
  }

  get counts(): PoolCounts {
    return this.pool.counts;
  }

  get maxQueueDepth(): number {
    return this.pool.maxQueueDepth;
  }

  /**
   * A module that cannot be loaded is one error of the run, not one of each task. Loading it is part of booting, and so is
   * opening what is shared.
   */
  async ready(): Promise<void> {
    try {
      await this.pool.ready;
      this.spec = functionSpec(this.parts.scenario, this.parts.shared());
      // A caller has its arguments before it calls: making a large payload is none of the call's time.
      this.args = taskArguments(this.parts.scenario, this.parts.items, this.parts.shared());
      if (this.parts.scenario.workload.name !== 'module' && this.spec.shared === null) return;
      await Promise.race([this.pool.define(this.spec), this.stopping.promise]);
    } catch (error) {
      // Workers that die because there is no such initializer are no fault of the engine's.
      throw error instanceof BrokenProcessPool && error.cause instanceof ModuleError ? error.cause : error;
    }
  }

  async call(): Promise<void> {
    const { scenario, chunksize } = this.parts;
    const { pool, spec, args } = this;
    const stream = { chunksize, lookAhead: scenario.call.lookAhead ?? undefined };
    switch (scenario.call.method) {
      case 'map':
        await settled(pool.map(spec, args, chunksize));
        break;
      case 'starmap':
        await settled(pool.starmap(spec, args, chunksize));
        break;
      case 'map-async':
        await settled(pool.mapAsync(spec, args, { chunksize, ...calledBack }).get());
        break;
      case 'starmap-async':
        await settled(pool.starmapAsync(spec, args, { chunksize, ...calledBack }).get());
        break;
      case 'imap':
        await drained(pool.imap(spec, args, stream));
        break;
      case 'imap-unordered':
        await drained(pool.imapUnordered(spec, args, stream));
        break;
      case 'apply':
        await this.applyAll(spec, args);
        break;
      case 'apply-async':
        await this.applyAllAsync(spec, args);
        break;
    }
  }

  stop(): void {
    this.stopped = true;
    this.stopping.resolve();
    this.pool.cancelWaiting();
  }

  async close(): Promise<void> {
    this.pool.close();
    await this.pool.join();
  }

  terminate(): Promise<void> {
    return this.pool.terminate();
  }

  killWorker(index: number): boolean {
    return this.pool.killWorker(index);
  }

  resize(processes: number): void {
    this.pool.resize(processes);
  }

  /** One call after the other, each awaited before the next: what `apply` comes to in a loop. */
  private async applyAll(spec: FunctionSpec, args: readonly unknown[]): Promise<void> {
    for (const arg of args) {
      if (this.stopped) return;
      await settled(this.pool.apply(spec, arg));
    }
  }

  /** `[pool.apply_async(f, (x,)) for x in items]`, then `get` in the same order. */
  private async applyAllAsync(spec: FunctionSpec, args: readonly unknown[]): Promise<void> {
    const results = args.map((arg) => this.pool.applyAsync(spec, arg, calledBack));
    for (const result of results) await settled(result.get());
  }
}

/** Callbacks that do nothing: that they are called, and when, is what the timeline shows. */
const calledBack = { callback: () => undefined, errorCallback: () => undefined };

async function settled(call: Promise<unknown>): Promise<void> {
  await call.catch(() => undefined);
}

async function drained(results: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of results);
}
