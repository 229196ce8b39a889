import { existsSync } from 'node:fs';
import { createConnection } from 'node:net';
import { describe, expect, it } from 'vitest';
import { lockedThreadEngine, threadEngine } from '../../../../src/main/engines/thread';
import { fileBytes } from '../../../../src/main/run/echo-state';
import { Run } from '../../../../src/main/run/run';
import { parseScenario } from '../../../../src/shared/parse-scenario';
import type { EngineName, ScenarioDraft } from '../../../../src/shared/scenario';
import { outcomeCode } from '../../../../src/shared/telemetry';
import { checksum } from '../../../../src/workers/workloads/read-and-echo';
import { engine, WORKER_ENTRY } from '../../../fixtures/pools';

const ENGINES_OF: Partial<Record<EngineName, typeof engine>> = {
  'child-process': engine,
  'locked-thread': lockedThreadEngine(WORKER_ENTRY),
};

const runOf = (draft: Omit<ScenarioDraft, 'version'>): Run =>
  new Run({
    scenario: parseScenario({ version: 1, engine: 'async', pool: { processes: 8 }, ...draft }),
    engine: ENGINES_OF[draft.engine ?? 'async'] ?? threadEngine(WORKER_ENTRY),
  });

/** Most tasks between their begin and their end at one moment. */
function mostInFlight({ hub }: Run): number {
  const { columns, length = 0 } = hub?.table ?? {};
  const edges = Array.from({ length }, (_, row) => [
    { at: columns?.runBegin[row] ?? 0, step: 1 },
    { at: columns?.runEnd[row] ?? 0, step: -1 },
  ]).flat();
  edges.sort((a, b) => a.at - b.at || a.step - b.step);
  let now = 0;
  return Math.max(...edges.map(({ step }) => (now += step)));
}

const lanesOf = ({ hub }: Run): Set<number> => new Set(hub?.table.columns.worker.subarray(0, hub.table.length));

describe('an event loop', () => {
  it('has all tasks in flight while they wait, each in a place of its own', async () => {
    const run = runOf({ workload: { name: 'sleep' }, input: { items: Array(8).fill(300) } });
    const summary = await run.go();
    expect(summary).toMatchObject({ ok: true, pids: [process.pid], tasks: { completed: 8 } });
    expect(mostInFlight(run)).toBe(8);
    expect(lanesOf(run).size).toBe(8);
    expect(run.results.inDeliveryOrder()).toEqual(Array(8).fill(300));
  });

  it('has no more in flight than its semaphore lets it', async () => {
    const run = runOf({ pool: { processes: 3 }, workload: { name: 'sleep' }, input: { items: Array(9).fill(20) } });
    expect(await run.go()).toMatchObject({ ok: true });
    expect(mostInFlight(run)).toBe(3);
  });

  it('computes one task at a time: who computes lets nobody else begin', async () => {
    const run = runOf({ workload: { name: 'sum-of-squares' }, input: { items: Array(12).fill(200_000) } });
    expect(await run.go()).toMatchObject({ ok: true, pickling: { argsBytes: 0, dumpsMs: 0 } });
    expect(mostInFlight(run)).toBe(1);
    expect([...lanesOf(run)]).toEqual([0]);
  });

  it('gives results in input order, whatever the order of their ends', async () => {
    const run = runOf({ workload: { name: 'sleep' }, input: { items: [200, 1, 100] } });
    await run.go();
    expect(run.results.inDeliveryOrder()).toEqual([200, 1, 100]);
  });

  it('gives no result when a task has raised, as gather does, and names the error', async () => {
    const run = runOf({ workload: { name: 'raise', params: { every: 3 } }, input: { items: [0, 1, 2, 3] } });
    const summary = await run.go();
    expect(summary).toMatchObject({ ok: false, tasks: { completed: 3, failed: 1 } });
    expect(summary.errors).toMatchObject([{ task: 2, message: 'raised on purpose' }]);
    expect(run.results.deliveredCount).toBe(0);
  });

  it('is stopped: what is in flight ends, the rest never begins', async () => {
    const run = runOf({ pool: { processes: 2 }, workload: { name: 'sleep' }, input: { items: Array(40).fill(50) } });
    const summary = await run.go(() => run.stop());
    expect(run.status).toBe('stopped');
    expect(summary.tasks.completed).toBeLessThan(40);
    expect(run.hub?.table.columns.outcome.subarray(0, run.hub.table.length)).not.toContain(outcomeCode.pending);
  });

  it('is stopped while tasks wait for long: they are waited for', async () => {
    const run = runOf({ pool: { processes: 2 }, workload: { name: 'sleep' }, input: { items: Array(9).fill(2600) } });
    const summary = await run.go(() => queueMicrotask(() => run.stop()));
    expect(run.status).toBe('stopped');
    expect(summary.tasks.completed).toBe(2);
    expect(run.counts.cancelled).toBe(7);
  });

  it('is stopped while it computes', async () => {
    const run = runOf({ workload: { name: 'sum-of-squares' }, input: { items: Array(400).fill(2_000_000) } });
    await run.go(() => run.stop());
    expect(run.status).toBe('stopped');
    expect(run.counts.completed).toBeLessThan(400);
  });

  it('is killed with what is in flight: that is cancelled', async () => {
    const run = runOf({ workload: { name: 'sleep' }, input: { items: Array(4).fill(60_000) } });
    await run.go(() => void run.kill());
    expect(run.status).toBe('killed');
    expect(run.counts.cancelled).toBe(4);
    expect(run.hub?.table.columns.outcome.subarray(0, run.hub.table.length)).not.toContain(outcomeCode.pending);
  });

  it('runs nothing at all', async () => {
    expect(await runOf({ workload: { name: 'sleep' }, input: { items: [] } }).go()).toMatchObject({ ok: true });
  });

  it('tells what it took: CPU of the process, heap of its thread', async () => {
    const { usage } = await runOf({ workload: { name: 'sum-of-squares' }, input: { items: [3_000_000] } }).go();
    expect(usage?.of).toBe('threads');
    expect(usage?.cpuMs).toBeGreaterThan(0);
    expect(usage?.memoryBytes).toBeGreaterThan(1_000_000);
  });

  it('tells how long the loop itself was at work: not while all its tasks waited', async () => {
    const waited = await runOf({ workload: { name: 'sleep' }, input: { items: Array(8).fill(300) } }).go();
    expect(waited.usage?.loopMs).toBeLessThan(waited.wallMs / 2);
    const run = runOf({ workload: { name: 'sum-of-squares' }, input: { items: Array(8).fill(3_000_000) } });
    const { usage, speedup } = await run.go();
    expect(usage?.loopMs).toBeGreaterThan(speedup.serialMs * 0.9);
  });

  it('cannot be resized, and says why', () => {
    const run = runOf({ workload: { name: 'sleep' }, input: { items: [] } });
    expect(() => run.resize(2)).toThrow('The async engine has no pool to resize: it runs an event loop in one thread.');
    return run.go();
  });
});

describe('reading a file and asking the echo server', () => {
  const reading = (name: EngineName, processes = 4): Run =>
    runOf({
      engine: name,
      pool: { processes },
      call: { method: 'imap', chunksize: 1 },
      workload: { name: 'read-and-echo', params: { fileKb: 8, echoes: 2, delayMs: 30 } },
      input: { items: [1, 2, 3, 4] },
    });
  const expected = [1, 2, 3, 4].map((passes) => checksum(fileBytes(8, 42), passes));

  it.each(['serial', 'async', 'thread', 'locked-thread', 'child-process'] as const)(
    'gives the same results on the engine %s, and file and server are gone afterwards',
    async (name) => {
      const run = reading(name);
      let place = run.shared.names?.echo;
      const summary = await run.go(() => {
        place = run.shared.names?.echo;
        expect(existsSync(place?.file ?? '')).toBe(true);
      });
      expect(summary).toMatchObject({ ok: true, errors: [], tasks: { completed: 4 } });
      expect(run.results.inDeliveryOrder()).toEqual(expected);
      expect(mostInFlight(run)).toBe(name === 'serial' ? 1 : 4);
      expect(existsSync(place?.file ?? '')).toBe(false);
      await expect(connectTo(place?.port ?? 0)).rejects.toThrow('ECONNREFUSED');
    },
  );

  it('is nothing for those who do not know the token', async () => {
    const run = reading('async');
    let answered: string | undefined;
    const asked = new Promise<void>((resolve) => {
      void run.go(() => {
        const socket = createConnection({ host: '127.0.0.1', port: run.shared.names?.echo?.port ?? 0 });
        socket.write('let me in\nhello\n');
        socket.on('data', (data) => (answered = String(data)));
        socket.on('error', () => undefined);
        socket.on('close', () => resolve());
      });
    });
    await asked;
    expect(answered).toBeUndefined();
    await run.kill();
  });

  it('is over at once when the run is killed', async () => {
    const run = runOf({
      workload: { name: 'read-and-echo', params: { delayMs: 10_000 } },
      input: { items: [1, 1] },
    });
    await run.go(() => void run.kill());
    expect(run.status).toBe('killed');
    await expect(connectTo(run.shared.names?.echo?.port ?? 0)).rejects.toThrow('ECONNREFUSED');
  });
});

function connectTo(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host: '127.0.0.1', port }, resolve);
    socket.on('error', reject);
  });
}
