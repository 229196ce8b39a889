import { describe, expect, it, vi } from 'vitest';
import { engine, isAlive, makePool, pidsOf, sumOfSquares, type TestPool } from '../../../fixtures/pools';

/** What needs an engine of its own; what docs/pool.md says is in test/conformance. */
describe('a pool', () => {
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
