/** What a person does to a pool while it runs: kills one of its workers, makes it larger or smaller. */
import { describe, expect, it, vi } from 'vitest';
import { threadEngine } from '../../../../src/main/engines/thread';
import { Run } from '../../../../src/main/run/run';
import { parseScenario } from '../../../../src/shared/parse-scenario';
import type { Scenario, ScenarioDraft } from '../../../../src/shared/scenario';
import { engine, isAlive, WORKER_ENTRY } from '../../../fixtures/pools';

/** Waits of 60 ms, drawn one by one by two workers. */
const waits = (count: number, draft: Partial<ScenarioDraft> = {}): Scenario =>
  parseScenario({
    version: 1,
    pool: { processes: 2 },
    call: { method: 'imap', chunksize: 1 },
    workload: { name: 'sleep' },
    input: { items: new Array<number>(count).fill(60) },
    ...draft,
  });

const workersOf = (run: Run) => run.hub?.workers ?? [];

/** The first two tasks keep both workers busy for long enough to be met at them. */
const longFirst = { items: [600, 600, ...new Array<number>(8).fill(1)] };

/** Resolves once worker `index` is known to be at a task. */
async function atATask(run: Run, index: number): Promise<void> {
  await vi.waitFor(
    () => {
      const { worker, runBegin } = run.hub?.table.columns ?? {};
      const row = worker?.subarray(0, run.hub?.table.length).indexOf(index) ?? -1;
      expect(row).toBeGreaterThanOrEqual(0);
      expect(runBegin?.[row]).not.toBeNaN();
    },
    { interval: 5, timeout: 20_000 },
  );
}

describe('killing one worker of a run', () => {
  it('ends a real process with SIGKILL; it is replaced and its task is retried', async () => {
    const run = new Run({ scenario: waits(10, { input: longFirst }), engine });
    const ended = run.go();
    await atATask(run, 1);
    const victim = workersOf(run)[1]?.pid ?? 0;
    expect(isAlive(victim)).toBe(true);
    expect(run.killWorker(1)).toBe(true);
    const summary = await ended;
    expect(summary).toMatchObject({ ok: true, tasks: { submitted: 10, completed: 10, retried: 1, lost: 0 } });
    expect(workersOf(run)[1]).toMatchObject({ pid: victim, slot: 1, exit: { kind: 'crashed', signal: 'SIGKILL' } });
    expect(workersOf(run)[2]).toMatchObject({ slot: 1, exit: { kind: 'exited' } });
    expect(new Set(summary.pids).size).toBe(3);
    expect(summary.pids.some(isAlive)).toBe(false);
  });

  it('terminates a thread, which is replaced too', async () => {
    const scenario = waits(10, { engine: 'thread', input: longFirst });
    const run = new Run({ scenario, engine: threadEngine(WORKER_ENTRY) });
    const ended = run.go();
    await atATask(run, 0);
    expect(run.killWorker(0)).toBe(true);
    expect(await ended).toMatchObject({ ok: true, tasks: { completed: 10, retried: 1 } });
    expect(workersOf(run)[0]).toMatchObject({ exit: { kind: 'crashed' } });
    expect(workersOf(run)).toHaveLength(3);
  });

  it('follows the policy: where a dead worker breaks the pool, the tasks fail', async () => {
    const pool = { processes: 2, onWorkerLost: 'break' } as const;
    const run = new Run({ scenario: waits(10, { pool, input: longFirst }), engine });
    const ended = run.go();
    await atATask(run, 0);
    expect(run.killWorker(0)).toBe(true);
    const summary = await ended;
    expect(summary).toMatchObject({ ok: false, tasks: { completed: 0, retried: 0 } });
    expect(summary.errors[0]?.name).toBe('BrokenProcessPool');
  });

  it('says that there is nothing to kill: no such worker, or the run is over', async () => {
    const run = new Run({ scenario: waits(2), engine });
    const summary = await run.go(() => expect(run.killWorker(7)).toBe(false));
    expect(run.killWorker(0)).toBe(false);
    expect(summary).toMatchObject({ ok: true, tasks: { completed: 2, retried: 0 } });
  });
});

describe('resizing the pool of a run', () => {
  it('adds workers, which take their share of the tasks', async () => {
    const run = new Run({ scenario: waits(60), engine });
    const summary = await run.go(() => run.resize(4));
    expect(summary).toMatchObject({ ok: true, tasks: { completed: 60 } });
    expect(workersOf(run).map(({ slot }) => slot)).toEqual([0, 1, 2, 3]);
    expect(new Set(run.hub?.table.columns.worker.subarray(0, 60))).toEqual(new Set([0, 1, 2, 3]));
  });

  it('ends workers once they have run what they have; no task is tried twice', async () => {
    const run = new Run({ scenario: waits(12), engine });
    const summary = await run.go(() => run.resize(1));
    expect(summary).toMatchObject({ ok: true, tasks: { completed: 12, retried: 0, lost: 0 } });
    const [kept, ended] = workersOf(run);
    expect(ended).toMatchObject({ slot: 1, exit: { kind: 'exited' } });
    expect(ended?.exitingAt).toBeLessThan(kept?.exitingAt ?? 0);
    expect(workersOf(run)).toHaveLength(2);
  });

  it('waits for workers that are added while the first ones boot', async () => {
    const run = new Run({ scenario: waits(6), engine });
    const ended = run.go(() => expect(workersOf(run).every(({ readyAt }) => readyAt !== null)).toBe(true));
    run.resize(3);
    expect(await ended).toMatchObject({ ok: true, tasks: { completed: 6 } });
    expect(workersOf(run)).toHaveLength(3);
  });

  it('is refused with a sentence when the run is over or was stopped', async () => {
    const run = new Run({ scenario: waits(40), engine });
    const sentence = 'The run is over or was stopped: its pool keeps its size.';
    await run.go(() => {
      run.stop();
      expect(() => run.resize(3)).toThrow(sentence);
    });
    expect(() => run.resize(3)).toThrow(sentence);
    expect(workersOf(run)).toHaveLength(2);
  });
});

describe('the plain loop', () => {
  it('has no worker to kill and no pool to resize', async () => {
    const run = new Run({ scenario: waits(3, { engine: 'serial' }), engine: threadEngine(WORKER_ENTRY) });
    const summary = await run.go(() => {
      expect(run.killWorker(0)).toBe(false);
      expect(() => run.resize(2)).toThrow('The serial engine has no pool to resize');
    });
    expect(summary).toMatchObject({ ok: true, tasks: { completed: 3 } });
  });
});
