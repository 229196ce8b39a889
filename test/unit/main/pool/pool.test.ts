import { describe, expect, it, vi } from 'vitest';
import { calls, engine, isAlive, makePool, pidsOf, sumOfSquares, type TestPool } from '../../../fixtures/pools';

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe('a pool', () => {
  it('gives exact results in input order, from processes of its own', async () => {
    const pool = makePool({ processes: 4 });
    await pool.ready;
    const pids = pidsOf(pool);
    expect(new Set(pids).size).toBe(4);
    expect(pids).not.toContain(process.pid);
    expect(pids.every(isAlive)).toBe(true);
    expect(await pool.map(sumOfSquares, [1_000_000, 2_000_000, 3_000_000])).toEqual([
      333332833333500000n,
      2666664666667000000n,
      8999995500000500000n,
    ]);
    pool.close();
    await pool.join();
    expect(pids.some(isAlive)).toBe(false);
    expect(pool.workers.map(({ exit }) => exit?.kind)).toEqual(['exited', 'exited', 'exited', 'exited']);
  });

  it('maps nothing to nothing', async () => {
    await using pool = makePool();
    expect(await pool.map(sumOfSquares, [])).toEqual([]);
  });

  it('fails a map with the first error that arrived, once every chunk has ended', async () => {
    await using pool = makePool();
    const spec = calls('raise', { every: 3, message: 'on purpose' });
    await expect(pool.map(spec, range(9), 1)).rejects.toThrow('on purpose');
    expect(pool.counts).toMatchObject({ submitted: 9, completed: 6, failed: 3 });
  });

  it("brings a task's error with the worker's own stack", async () => {
    await using pool = makePool();
    const call = pool.apply(calls('raise', { every: 1, message: 'boom' }), 0);
    await expect(call).rejects.toMatchObject({
      name: 'Error',
      message: 'boom',
      stack: expect.stringContaining('worker.js'),
    });
  });

  it('ends a chunk at its first failing task, as Python does', async () => {
    const ended: string[] = [];
    await using pool = makePool(
      {},
      { taskEnded: (task, result) => ended.push(`${task} ${result.ok ? 'ok' : result.error.name}`) },
    );
    await pool.map(calls('raise', { every: 3, message: 'x' }), range(5), 5).catch(() => undefined);
    expect(ended).toEqual(['0 ok', '1 ok', '2 Error', '3 SkippedError', '4 SkippedError']);
  });

  it('says so when a result cannot be pickled, and goes on with the same worker', async () => {
    await using pool = makePool({ processes: 1 });
    const spec = calls('unpicklable-result', { every: 1 });
    await expect(pool.apply(spec, 0)).rejects.toMatchObject({
      name: 'MaybeEncodingError',
      message: expect.stringContaining('cannot be pickled'),
    });
    expect(await pool.apply(sumOfSquares, 4)).toBe(14);
    expect(pool.workers).toHaveLength(1);
  });

  it('fails only the call whose argument cannot be pickled', async () => {
    await using pool = makePool({ processes: 1 });
    await expect(pool.apply(sumOfSquares, () => 1)).rejects.toMatchObject({
      name: 'PicklingError',
      message: expect.stringContaining('cannot be pickled'),
    });
    expect(await pool.apply(sumOfSquares, 3)).toBe(5);
  });

  it('delivers imap in input order and imap_unordered as tasks complete', async () => {
    await using pool = makePool({ processes: 2 });
    const sleep = calls('sleep');
    const items = [300, 1, 1, 1];
    const ordered: number[] = [];
    for await (const { position } of pool.imap(sleep, items)) ordered.push(position);
    expect(ordered).toEqual([0, 1, 2, 3]);
    const unordered: number[] = [];
    for await (const { position } of pool.imapUnordered(sleep, items)) unordered.push(position);
    expect(unordered).toEqual([1, 2, 3, 0]);
  });

  it('raises an error of imap at its own position and goes on after it', async () => {
    await using pool = makePool();
    const seen: string[] = [];
    for await (const { result } of pool.imap(calls('raise', { every: 3, message: 'third' }), range(5))) {
      seen.push(result.ok ? String(result.value) : result.error.message);
    }
    expect(seen).toEqual(['0', '1', 'third', '3', '4']);
  });

  it('replaces a worker after maxTasksPerChild chunks by one with a new PID', async () => {
    const pool = makePool({ processes: 1, maxTasksPerChild: 2 });
    expect(await pool.map(sumOfSquares, [1, 2, 3, 4, 5, 6], 1)).toEqual([0, 1, 5, 14, 30, 55]);
    pool.close();
    await pool.join();
    expect(new Set(pidsOf(pool)).size).toBe(3);
    expect(pool.workers.every(({ slot, exit }) => slot === 0 && exit?.kind === 'exited')).toBe(true);
  });

  it('loses nothing when workers are replaced all the time', async () => {
    const pool = makePool({ processes: 4, maxTasksPerChild: 1 });
    const results = await pool.map(sumOfSquares, range(40), 1);
    expect(results).toEqual(range(40).map((n) => (n * (n - 1) * (2 * n - 1)) / 6));
    expect(pool.counts).toMatchObject({ completed: 40, retried: 0 });
    pool.close();
    await pool.join();
    // The last replacements may still be booting at the end; what has worked has ended in good order.
    const worked = pool.workers.filter(({ readyAt }) => readyAt !== null);
    expect(worked.length).toBeGreaterThanOrEqual(40);
    expect(worked.every(({ exit }) => exit?.kind === 'exited' && exit.code === 0)).toBe(true);
  });

  it('refuses work once it is closed, and join before that', async () => {
    const pool = makePool({ processes: 1 });
    await expect(pool.join()).rejects.toThrow('Pool is still running');
    pool.close();
    expect(() => pool.map(sumOfSquares, [1])).toThrow('Pool not running');
    await pool.join();
  });

  it('finishes what was submitted before close', async () => {
    const pool = makePool();
    const results = pool.map(sumOfSquares, range(50), 3);
    pool.close();
    await pool.join();
    expect(await results).toHaveLength(50);
  });

  it('cancels what waits and finishes what runs when asked to', async () => {
    await using pool = makePool({ processes: 1 });
    await pool.ready;
    const first = pool.apply(calls('sleep'), 50);
    const waiting = pool.map(sumOfSquares, range(10), 1);
    pool.cancelWaiting();
    expect(await first).toBeDefined();
    await expect(waiting).rejects.toMatchObject({ name: 'CancelledError' });
    expect(pool.counts).toMatchObject({ completed: 1, cancelled: 10 });
  });

  it('leaves no process and no open promise when terminated in the middle', async () => {
    const pool = makePool();
    await pool.ready;
    const results = pool.map(calls('sleep'), [60_000, 60_000, 60_000], 1);
    results.catch(() => undefined);
    await pool.terminate();
    expect(pidsOf(pool).some(isAlive)).toBe(false);
    await expect(results).rejects.toMatchObject({ name: 'CancelledError' });
  });

  it('ends a worker that is being made while the pool is terminated', async () => {
    let made = 0;
    let gone: Promise<void> | undefined;
    const pool: TestPool = makePool({
      processes: 1,
      spawn: (name, events) => {
        // Electron runs what waits, while it makes a process.
        if (++made === 2) gone = pool.terminate();
        return engine.spawn(name, events);
      },
    });
    await pool.ready;
    pool.killWorker(0);
    await vi.waitUntil(() => gone !== undefined);
    await gone;
    expect(pool.workers).toHaveLength(2);
    expect(pidsOf(pool).some(isAlive)).toBe(false);
  });

  it('gives up with one error when its workers cannot boot', async () => {
    const { childProcessEngine } = await import('../../../../src/main/engines/child-process');
    const pool = makePool({ spawn: childProcessEngine('no-such-entry.js').spawn });
    await expect(pool.ready).rejects.toMatchObject({ name: 'BrokenProcessPool' });
    expect(() => pool.map(sumOfSquares, [1])).toThrow('died while booting');
    await pool.terminate();
  });
});
