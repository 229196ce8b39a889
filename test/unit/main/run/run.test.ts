import { describe, expect, it } from 'vitest';
import { childProcessEngine } from '../../../../src/main/engines/child-process';
import { threadEngine } from '../../../../src/main/engines/thread';
import { Run } from '../../../../src/main/run/run';
import { parseScenario } from '../../../../src/shared/parse-scenario';
import type { Scenario, ScenarioDraft } from '../../../../src/shared/scenario';
import { engine, isAlive, WORKER_ENTRY } from '../../../fixtures/pools';

type Draft = Omit<ScenarioDraft, 'version'>;
const scenario = (draft: Draft): Scenario => parseScenario({ version: 1, ...draft });
const exactSums = [333332833333500000n, 2666664666667000000n, 8999995500000500000n];
const seedExample: Draft = { workload: { name: 'sum-of-squares' }, input: { items: [1e6, 2e6, 3e6] } };

describe('a run', () => {
  for (const method of ['map', 'starmap', 'imap', 'imap-unordered', 'apply-async'] as const) {
    it(`calls ${method} and gives exact results`, async () => {
      const run = new Run({ scenario: scenario({ ...seedExample, call: { method } }), engine });
      const summary = await run.go();
      expect(summary).toMatchObject({ ok: true, tasks: { submitted: 3, completed: 3, failed: 0, lost: 0 } });
      const results = run.summary(true).results as bigint[];
      expect([...results].sort((a, b) => (a < b ? -1 : 1))).toEqual(exactSums);
      expect(summary.pids.some(isAlive)).toBe(false);
    });
  }

  it('runs the plain loop in main, with nothing pickled', async () => {
    const run = new Run({
      scenario: scenario({ ...seedExample, engine: 'serial' }),
      engine: threadEngine(WORKER_ENTRY),
    });
    const summary = await run.go();
    expect(summary).toMatchObject({
      ok: true,
      pids: [process.pid],
      pickling: { argsBytes: 0, resultBytes: 0, dumpsMs: 0, loadsMs: 0 },
      telemetry: { records: 3, dropped: 0 },
    });
    expect(run.summary(true).results).toEqual(exactSums);
    expect(summary.speedup.factor).toBeLessThanOrEqual(1);
  });

  it('runs on threads of main, all under one PID', async () => {
    const run = new Run({
      scenario: scenario({ ...seedExample, engine: 'thread' }),
      engine: threadEngine(WORKER_ENTRY),
    });
    const summary = await run.go();
    expect(summary).toMatchObject({ ok: true, pids: [process.pid] });
    expect(run.hub?.workers).toHaveLength(4);
  });

  it('carries payloads both ways and leaves them out of the results', async () => {
    const payload = { kind: 'bytes', bytes: 10_000, resultBytes: 5_000 } as const;
    const run = new Run({ scenario: scenario({ ...seedExample, payload }), engine });
    const summary = await run.go();
    expect(summary.pickling.argsBytes).toBeGreaterThan(30_000);
    expect(summary.pickling.resultBytes).toBeGreaterThan(15_000);
    expect(run.summary(true).results).toEqual(exactSums);
  });

  it('keeps no records without telemetry, and counts all the same', async () => {
    const run = new Run({ scenario: scenario(seedExample), engine, telemetry: false });
    expect(await run.go()).toMatchObject({ ok: true, tasks: { completed: 3 }, telemetry: { records: 0, dropped: 0 } });
  });

  it('goes on after a task has failed and lists the error', async () => {
    const raising: Draft = { workload: { name: 'raise', params: { every: 4 } }, input: { generate: { count: 8 } } };
    const run = new Run({ scenario: scenario(raising), engine });
    const summary = await run.go();
    expect(summary).toMatchObject({ ok: false, tasks: { submitted: 8, completed: 6, failed: 2 } });
    expect(summary.errors.map(({ task }) => task).sort()).toEqual([3, 7]);
    expect(summary.errors[0]?.stack).toContain('worker.js');
    expect(run.status).toBe('completed');
  });

  it('stops gracefully: what runs is finished, what waits is cancelled', async () => {
    const sleeping: Draft = { workload: { name: 'sleep' }, input: { items: new Array(50).fill(30) } };
    const run = new Run({ scenario: scenario({ ...sleeping, call: { chunksize: 1 } }), engine });
    const summary = await run.go(() => run.stop());
    expect(run.status).toBe('stopped');
    expect(run.counts.completed + run.counts.cancelled).toBe(50);
    expect(summary.errors).toEqual([]);
    expect(summary.pids.some(isAlive)).toBe(false);
  });

  it('ends at once when killed, and leaves no process', async () => {
    const sleeping: Draft = { workload: { name: 'sleep' }, input: { items: [60_000, 60_000] } };
    const run = new Run({ scenario: scenario(sleeping), engine });
    const summary = await run.go(() => void run.kill());
    expect(run.status).toBe('killed');
    expect(summary.tasks.completed).toBe(0);
    expect(summary.pids.some(isAlive)).toBe(false);
  });

  it('makes no call when it is stopped while its workers boot', async () => {
    const run = new Run({ scenario: scenario(seedExample), engine });
    const ended = run.go();
    run.stop();
    expect(await ended).toMatchObject({ ok: false, tasks: { submitted: 0, completed: 0 } });
    expect(run.status).toBe('stopped');
  });

  it('is broken, with a sentence, when its engine cannot start workers', async () => {
    const run = new Run({ scenario: scenario(seedExample), engine: childProcessEngine('no-such-entry.js') });
    await run.go();
    expect(run.status).toBe('broken');
    expect(run.message).toContain('died while booting');
  });

  it('keeps its status when it is killed after its end', async () => {
    const run = new Run({ scenario: scenario(seedExample), engine });
    await run.go();
    await run.kill();
    expect(run.status).toBe('completed');
  });

  it('stops the plain loop between two stretches', async () => {
    const sleeping = {
      engine: 'serial',
      workload: { name: 'sleep' },
      input: { items: new Array(100).fill(30) },
    } as const;
    const run = new Run({ scenario: scenario(sleeping), engine: threadEngine(WORKER_ENTRY) });
    await run.go(() => run.stop());
    expect(run.counts.completed).toBeLessThan(100);
    expect(run.counts.completed + run.counts.cancelled).toBe(100);
  });
});
