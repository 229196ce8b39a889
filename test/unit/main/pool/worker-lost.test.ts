import { describe, expect, it } from 'vitest';
import type { LostPolicy } from '../../../../src/shared/scenario';
import { calls, makePool, type TestPool } from '../../../fixtures/pools';

const sleep = calls('sleep');

/** Kills the worker of a pool of one. */
function killOnly(pool: TestPool): void {
  const { pid } = pool.workers.at(-1) ?? {};
  if (pid) process.kill(pid, 'SIGKILL');
}

/** A pool of one whose worker is killed as soon as it has begun its first task. */
async function killed(
  onWorkerLost: LostPolicy,
  items: readonly number[],
): Promise<{ pool: TestPool; call: Promise<unknown> }> {
  let kills = 0;
  const pool: TestPool = makePool(
    { processes: 1, onWorkerLost },
    {
      chunkProgress: () => {
        if (kills++ === 0) killOnly(pool);
      },
    },
  );
  await pool.ready;
  const call = pool.map(sleep, items, 1);
  call.catch(() => undefined);
  return { pool, call };
}

describe('a worker that is killed', () => {
  it('retry: is replaced under a new PID, and its task runs again', async () => {
    const { pool, call } = await killed('retry', [50, 1, 1]);
    expect(await call).toHaveLength(3);
    expect(pool.counts).toMatchObject({ completed: 3, failed: 0, retried: 1 });
    const [first, second] = pool.workers;
    expect(first?.exit).toMatchObject({ kind: 'crashed', signal: 'SIGKILL' });
    expect(second?.slot).toBe(first?.slot);
    expect(second?.pid).not.toBe(first?.pid);
    await pool.terminate();
  });

  it('fail: its task fails with WorkerLostError, the others complete', async () => {
    const { pool, call } = await killed('fail', [50, 1, 1]);
    await expect(call).rejects.toMatchObject({ name: 'WorkerLostError' });
    expect(pool.counts).toMatchObject({ completed: 2, failed: 1, lost: 0, retried: 0 });
    await pool.terminate();
  });

  it('lose: its task is counted as lost, and nothing hangs', async () => {
    const { pool, call } = await killed('lose', [50, 1, 1]);
    await expect(call).rejects.toMatchObject({ name: 'WorkerLostError' });
    expect(pool.counts).toMatchObject({ completed: 2, failed: 0, lost: 1 });
    await pool.terminate();
  });

  it('break: everything fails with BrokenProcessPool', async () => {
    const { pool, call } = await killed('break', [50, 1, 1]);
    await expect(call).rejects.toMatchObject({ name: 'BrokenProcessPool' });
    expect(pool.counts).toMatchObject({ completed: 0, failed: 3 });
    expect(() => pool.map(sleep, [1])).toThrow('pool was asked to break');
    await pool.terminate();
  });

  it('is not retried for ever: a task that kills every worker fails after its retry', async () => {
    const pool: TestPool = makePool(
      { processes: 1 },
      {
        chunkProgress: ({ start }) => {
          if (start === 0) killOnly(pool);
        },
      },
    );
    await expect(pool.map(sleep, [50, 1, 1], 1)).rejects.toMatchObject({ name: 'WorkerLostError' });
    expect(pool.counts).toMatchObject({ completed: 2, failed: 1, retried: 1 });
    await pool.terminate();
  });

  it('delivers every result exactly once while workers die under it', async () => {
    let announced = 0;
    const pool: TestPool = makePool(
      { processes: 3, retries: 100 },
      {
        chunkProgress: () => {
          const alive = pool.workers.filter(({ readyAt, exit }) => readyAt !== null && exit === null);
          if (++announced % 5 === 0) pool.killWorker(alive[announced % alive.length]?.index ?? -1);
        },
      },
    );
    const items = Array.from({ length: 60 }, (_, index) => 20 + (index % 7));
    expect(await pool.map(sleep, items, 2)).toEqual(items);
    expect(pool.counts).toMatchObject({ submitted: 60, completed: 60, failed: 0 });
    expect(pool.counts.retried).toBeGreaterThan(0);
    await pool.terminate();
  });
});
