/** Makes a scenario's call on a pool. Errors of tasks are the observer's to record: here they only end the call. */
import type { PoolObserver } from '../pool/observer';
import { Pool, type PoolCounts } from '../pool/pool';
import { functionSpec, taskArguments } from './function-spec';
import type { Runner, RunnerParts } from './runner';

export class PoolRunner implements Runner {
  private readonly pool: Pool;

  constructor(
    private readonly parts: RunnerParts,
    observer: PoolObserver,
  ) {
    const { scenario, engine, clock } = parts;
    const { processes, maxTasksPerChild, onWorkerLost } = scenario.pool;
    this.pool = new Pool({ processes, maxTasksPerChild, onWorkerLost, spawn: engine.spawn, clock, observer });
  }

  get counts(): PoolCounts {
    return this.pool.counts;
  }

  get maxQueueDepth(): number {
    return this.pool.maxQueueDepth;
  }

  ready(): Promise<void> {
    return this.pool.ready;
  }

  async call(): Promise<void> {
    const { scenario, items, chunksize } = this.parts;
    const spec = functionSpec(scenario);
    const args = taskArguments(scenario, items);
    const { pool } = this;
    switch (scenario.call.method) {
      case 'map':
      case 'starmap':
        await settled(pool.map(spec, args, chunksize));
        break;
      case 'imap':
        await drained(pool.imap(spec, args, { chunksize }));
        break;
      case 'imap-unordered':
        await drained(pool.imapUnordered(spec, args, { chunksize }));
        break;
      case 'apply-async':
        await Promise.allSettled(args.map((arg) => pool.applyAsync(spec, arg)).map((result) => result.get()));
        break;
    }
  }

  stop(): void {
    this.pool.cancelWaiting();
  }

  async close(): Promise<void> {
    this.pool.close();
    await this.pool.join();
  }

  terminate(): Promise<void> {
    return this.pool.terminate();
  }
}

async function settled(call: Promise<unknown>): Promise<void> {
  await call.catch(() => undefined);
}

async function drained(results: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of results);
}
