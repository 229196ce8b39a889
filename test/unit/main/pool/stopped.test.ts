import { describe, expect, it } from 'vitest';
import { calls, makePool } from '../../../fixtures/pools';

describe.skipIf(process.platform === 'win32')('a worker that is stopped before it has loaded its function', () => {
  it('is found by the task timeout: what is built in needs no time to load', async () => {
    const pool = makePool({ processes: 1, taskTimeoutMs: 200 });
    await pool.ready;
    process.kill(pool.workers[0]?.pid ?? 0, 'SIGSTOP');
    expect(await pool.map(calls('sleep'), [1, 2], 1)).toEqual([1, 2]);
    expect(pool.workers).toHaveLength(2);
    await pool.terminate();
  });
});
