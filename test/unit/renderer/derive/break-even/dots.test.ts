import { expect, it } from 'vitest';
import { besideLoop, dotOf } from '../../../../../src/renderer/derive/break-even/dots';
import { runForReal } from '../../../../fixtures/real-run';

const WORK = {
  workload: { name: 'sum-of-squares' as const },
  input: { items: Array<number>(12).fill(50_000) },
};

it('a run of a pool is a dot where its own figures put it, and beside its plain loop has a measured speed-up', async () => {
  const pooled = await runForReal({
    ...WORK,
    pool: { processes: 2 },
    call: { method: 'map', chunksize: 3 },
    payload: { kind: 'bytes', bytes: 4096 },
  });
  const looped = await runForReal({ ...WORK, engine: 'serial' });
  const dot = dotOf(pooled);
  const { summary } = pooled.ended ?? {};
  expect(dot).toMatchObject({ workers: 2, tasks: 12, chunksize: 3, poolMs: summary?.wallMs, loopMs: null });
  expect(dot?.taskMs).toBe(summary?.phasesMs.run.mean);
  expect(dot?.bytes).toBeGreaterThanOrEqual(4096);
  expect(dot?.bootMs).toBeGreaterThan(0);
  if (dot === null) return;
  const loopMs = looped.ended?.summary.wallMs ?? Number.NaN;
  expect(besideLoop(dot, looped, 4096, false, 1.2)).toMatchObject({
    loopMs,
    bytes: 4096,
    predicted: 1.2,
    speedup: loopMs / dot.poolMs,
  });
  expect(besideLoop(dot, looped, 4096, true, null).speedup).toBeCloseTo(loopMs / (dot.poolMs + dot.bootMs), 12);
  expect(dotOf(looped)).toBeNull();
});

it('a run that did not come to its end is none', async () => {
  const facts = await runForReal({ ...WORK, pool: { processes: 1 } });
  const { started, ended } = facts;
  if (started === null || ended === null) throw new Error('The run did not end');
  expect(dotOf({ ...facts, ended: { ...ended, status: 'stopped' } })).toBeNull();
  expect(dotOf({ ...facts, ended: null })).toBeNull();
  expect(dotOf({ ...facts, started: { ...started, scenario: null } })).toBeNull();
});

it('a run of threads is none: the map is one of processes', async () => {
  const facts = await runForReal({ ...WORK, pool: { processes: 1 } });
  const { started } = facts;
  if (started?.scenario == null) throw new Error('The run has no scenario');
  expect(dotOf(facts)).not.toBeNull();
  for (const engine of ['thread', 'locked-thread'] as const) {
    expect(dotOf({ ...facts, started: { ...started, scenario: { ...started.scenario, engine } } })).toBeNull();
  }
});
