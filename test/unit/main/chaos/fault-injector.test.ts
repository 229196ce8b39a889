import { describe, expect, it } from 'vitest';
import { FaultInjector } from '../../../../src/main/chaos/fault-injector';
import { faultSchedule } from '../../../../src/main/chaos/fault-schedule';
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

  it('wait for a worker when none is there', () => {
    const hit: number[] = [];
    const injector = new FaultInjector([{ kind: 'kill', afterTasks: 1, pick: 0 }], (_, { index }) => {
      hit.push(index);
      return true;
    });
    injector.taskEnded(0, { ok: true, value: 1 });
    expect(hit).toEqual([]);
    const worker = { index: 4, slot: 0, pid: 1, name: 'w', spawnedAt: 0, readyAt: null, exitingAt: null, exit: null };
    injector.workerChanged(worker);
    expect(hit).toEqual([]);
    injector.workerChanged({ ...worker, readyAt: 1 });
    expect(hit).toEqual([4]);
  });
});
