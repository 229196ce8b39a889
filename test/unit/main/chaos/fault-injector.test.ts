import { describe, expect, it } from 'vitest';
import { FaultInjector } from '../../../../src/main/chaos/fault-injector';
import { faultSchedule } from '../../../../src/main/chaos/fault-schedule';
import type { Chunk, EndedChunk, SentChunk } from '../../../../src/main/pool/chunk';
import type { LostPolicy } from '../../../../src/shared/scenario';
import { calls, makePool, type TestPool } from '../../../fixtures/pools';

const TASKS = 60;
const items = Array.from({ length: TASKS }, (_, index) => 4 + (index % 5));

/** A call under seeded kills. */
async function underKills(onWorkerLost: LostPolicy, faults: number) {
  const schedule = faultSchedule('kill', faults, TASKS, 7);
  const injector = new FaultInjector(schedule, (_, { index }) => pool.killWorker(index));
  const delivered: number[] = [];
  const pool: TestPool = makePool({ processes: 3, onWorkerLost, retries: 20 }, injector);
  for await (const { position, result } of pool.imap(calls('sleep'), items)) if (result.ok) delivered.push(position);
  await pool.terminate();
  return { injector, pool, delivered };
}

describe('seeded faults on real workers', () => {
  it('hit as many workers as there are faults', async () => {
    const { injector, pool } = await underKills('retry', 6);
    expect(injector.hits).toBe(6);
    expect(pool.workers.filter(({ exit }) => exit?.kind === 'crashed')).toHaveLength(6);
  });

  it('lose nothing under retry', async () => {
    const { pool, delivered } = await underKills('retry', 6);
    expect(delivered).toEqual(items.map((_, position) => position));
    expect(pool.counts).toMatchObject({ completed: TASKS, failed: 0, lost: 0 });
  });

  for (const policy of ['fail', 'lose', 'break'] as const) {
    it(`leave no task unaccounted for under ${policy}`, async () => {
      const { pool, injector, delivered } = await underKills(policy, 6);
      const { completed, failed, lost, cancelled } = pool.counts;
      expect(completed + failed + lost + cancelled).toBe(TASKS);
      expect(delivered).toHaveLength(completed);
      expect(policy === 'lose' ? failed : lost).toBe(0);
      expect(injector.lostToDeaths).toBe(failed + lost);
      expect(completed).toBeLessThan(TASKS);
    });
  }
});

/** An injector with one fault that is due from the start, and workers 0 to 2 ready with one chunk each, sent at 0. */
function threeAtWork(pick: number) {
  const hit: number[] = [];
  const injector = new FaultInjector([{ kind: 'kill', afterTasks: 1, pick }], (_, { index }) => {
    hit.push(index);
    return true;
  });
  const rest = { pid: 1, name: 'w', spawnedAt: 0, readyAt: 1, exitingAt: null, exit: null };
  const none = { dumps: new Float64Array(0), lengths: new Uint32Array(0) };
  for (const index of [0, 1, 2]) {
    injector.workerChanged({ index, slot: index, ...rest });
    injector.chunkSent({ ...none, chunk: chunk(index), worker: index, sent: 0 });
  }
  return { injector, hit };
}

const chunk = (id: number) => ({ id }) as Chunk;
const ended = (worker: number, received: number) => ({ worker, received }) as EndedChunk;

describe('a fault that is due', () => {
  it('waits for a task to begin, and hits that worker: one at the end of its task might be done', () => {
    const { injector, hit } = threeAtWork(0);
    injector.queueChanged(0, 10);
    injector.chunkProgress(chunk(0));
    injector.chunkEnded(ended(0, 5e6));
    injector.taskEnded(0, { ok: true, value: 1 });
    expect(hit).toEqual([]);
    injector.chunkProgress(chunk(2));
    expect(hit).toEqual([2]);
  });

  it('lets as many begin first as it picks', () => {
    const { injector, hit } = threeAtWork(0.5);
    injector.queueChanged(0, 10);
    injector.taskEnded(0, { ok: true, value: 1 });
    injector.chunkProgress(chunk(2));
    expect(hit).toEqual([]);
    injector.chunkProgress(chunk(1));
    injector.chunkProgress(chunk(0));
    expect(hit).toEqual([1]);
  });

  it('hits one that is at a task where none will begin any more', () => {
    const { injector, hit } = threeAtWork(0.9);
    injector.chunkEnded(ended(2, 5e6));
    injector.taskEnded(0, { ok: true, value: 1 });
    expect(hit).toEqual([1]);
  });

  it('does not wait for ever where short tasks are not announced', () => {
    const { injector, hit } = threeAtWork(0);
    injector.queueChanged(0, 1000);
    for (let task = 0; task <= 12; task++) {
      expect(hit).toEqual([]);
      injector.chunkEnded(ended(2, 5e6));
      injector.taskEnded(task, { ok: true, value: 1 });
    }
    expect(hit).toEqual([0]);
  });

  it('waits for a worker when none is there', () => {
    const { injector, hit } = threeAtWork(0);
    const gone = { at: 2, kind: 'crashed', code: null, signal: 'SIGKILL' } as const;
    const rest = { pid: 1, name: 'w', spawnedAt: 0, readyAt: 1, exitingAt: null };
    for (const index of [0, 1, 2]) injector.workerChanged({ index, slot: index, ...rest, exit: gone });
    injector.taskEnded(0, { ok: true, value: 1 });
    expect(hit).toEqual([]);
    injector.workerChanged({ index: 3, slot: 0, ...rest, exit: null });
    injector.chunkSent({ ...({} as SentChunk), chunk: chunk(3), worker: 3, sent: 9e6 });
    injector.chunkProgress(chunk(3));
    expect(hit).toEqual([3]);
  });
});
