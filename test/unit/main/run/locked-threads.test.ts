import { describe, expect, it } from 'vitest';
import { lockedThreadEngine } from '../../../../src/main/engines/thread';
import { Run } from '../../../../src/main/run/run';
import { parseScenario } from '../../../../src/shared/parse-scenario';
import type { ScenarioDraft } from '../../../../src/shared/scenario';
import { WORKER_ENTRY } from '../../../fixtures/pools';

const locked = (draft: Omit<ScenarioDraft, 'version'>): Run =>
  new Run({
    scenario: parseScenario({
      version: 1,
      engine: 'locked-thread',
      pool: { processes: 3 },
      call: { method: 'imap-unordered', chunksize: 1 },
      ...draft,
    }),
    engine: lockedThreadEngine(WORKER_ENTRY),
  });

/** Begins and ends of all runs, by begin. */
function runsOf({ hub }: Run): { begin: number; end: number; worker: number }[] {
  const { columns, length = 0 } = hub?.table ?? {};
  const at = (row: number) => ({
    begin: columns?.runBegin[row] ?? Number.NaN,
    end: columns?.runEnd[row] ?? Number.NaN,
    worker: columns?.worker[row] ?? -1,
  });
  return Array.from({ length }, (_, row) => at(row)).sort((a, b) => a.begin - b.begin);
}

describe('threads under one lock', () => {
  it('compute one at a time, and each gets its turn', async () => {
    const run = locked({ workload: { name: 'sum-of-squares' }, input: { items: Array(24).fill(200_000) } });
    const summary = await run.go();
    expect(summary).toMatchObject({ ok: true, pids: [process.pid], tasks: { completed: 24 } });
    const runs = runsOf(run);
    for (const [position, { begin }] of runs.entries()) {
      if (position > 0) expect(begin).toBeGreaterThanOrEqual(runs[position - 1]?.end ?? 0);
    }
    expect(new Set(runs.map(({ worker }) => worker)).size).toBe(3);
  });

  it('sleep side by side: whoever waits has let go of the lock', async () => {
    const run = locked({ workload: { name: 'sleep' }, input: { items: Array(3).fill(400) } });
    expect(await run.go()).toMatchObject({ ok: true });
    const [first, second, third] = runsOf(run);
    // All three have begun before the first has ended.
    expect(Math.max(second?.begin ?? 0, third?.begin ?? 0)).toBeLessThan(first?.end ?? 0);
  });

  it('go on when the thread that has the lock is ended', async () => {
    const run = locked({
      pool: { processes: 2, taskTimeoutMs: 300, onWorkerLost: 'lose' },
      workload: { name: 'hang', params: { every: 4 } },
      input: { items: [0, 1, 2, 3, 4, 5, 6, 7] },
    });
    const summary = await run.go();
    expect(summary.tasks).toMatchObject({ completed: 6, lost: 2 });
  });

  it('pass errors on, and let go of the lock all the same', async () => {
    const run = locked({ workload: { name: 'raise', params: { every: 2 } }, input: { items: [0, 1, 2, 3] } });
    expect((await run.go()).tasks).toMatchObject({ completed: 2, failed: 2 });
  });
});
