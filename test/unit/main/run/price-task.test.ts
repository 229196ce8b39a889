import { describe, expect, it } from 'vitest';
import { threadEngine } from '../../../../src/main/engines/thread';
import { priceTask } from '../../../../src/main/run/price-task';
import { Run } from '../../../../src/main/run/run';
import { calls } from '../../../../src/shared/ipc';
import { parseScenario } from '../../../../src/shared/parse-scenario';
import type { PriceNode } from '../../../../src/shared/price';
import type { ScenarioDraft } from '../../../../src/shared/scenario';
import { engine, WORKER_ENTRY } from '../../../fixtures/pools';

async function ended(draft: Omit<ScenarioDraft, 'version'>): Promise<Run> {
  const scenario = parseScenario({ version: 1, pool: { processes: 1 }, ...draft });
  const run = new Run({ scenario, engine: scenario.engine === 'serial' ? threadEngine(WORKER_ENTRY) : engine });
  await run.go();
  return run;
}

function column(run: Run, name: 'argsBytes' | 'resultBytes', row: number): number {
  return run.hub?.table.columns[name][row] ?? Number.NaN;
}

const names = (node: PriceNode | undefined) => node?.children.map(({ kind, key }) => (kind === 'value' ? key : kind));

describe('the price of a task', () => {
  it('comes to what the run has recorded, there and back, payload and all', async () => {
    const run = await ended({
      workload: { name: 'sum-of-squares' },
      input: { items: [10, 20] },
      payload: { kind: 'objects', bytes: 2000, resultBytes: 1000 },
    });
    const argument = await priceTask(run, 1, 'argument');
    expect(argument.root.bytes).toBe(column(run, 'argsBytes', 1));
    expect(argument.root.children[0]).toMatchObject({ key: '0', type: 'number', preview: '20', bytes: 2 });
    const items = argument.root.children[1]?.children[0];
    expect(items).toMatchObject({ kind: 'items', type: 'object', count: 31 });
    expect(names(items)).toEqual(['id', 'name', 'score', 'tags']);
    const result = await priceTask(run, 1, 'result');
    expect(result.root.bytes).toBe(column(run, 'resultBytes', 1));
    expect(result.root.children[0]?.type).toBe('number');
  });

  it('is that of the item alone where nothing rides along', async () => {
    const run = await ended({ workload: { name: 'sum-of-squares' }, input: { items: [10] } });
    expect((await priceTask(run, 0, 'argument')).root).toMatchObject({ type: 'number', preview: '10', bytes: 4 });
  });

  it("marks a result that could not be pickled with the worker's own words", async () => {
    const run = await ended({
      workload: { name: 'unpicklable-result', params: { every: 2 } },
      input: { items: [0, 1] },
    });
    const { root, note } = await priceTask(run, 1, 'result');
    expect(root.trouble).toBe('The result cannot be pickled: () => item could not be cloned.');
    expect(root).toMatchObject({ bytes: null, type: 'function' });
    expect(note).toContain('An error crossed instead');
  });

  it('prices the error of a task that raised', async () => {
    const run = await ended({ workload: { name: 'raise', params: { every: 1 } }, input: { items: [0] } });
    const { root, note } = await priceTask(run, 0, 'result');
    expect(names(root)).toEqual(['name', 'message', 'stack']);
    expect(root.bytes).toBe(column(run, 'resultBytes', 0));
    expect(note).toContain('raised an error');
  });

  it('is known only as a whole for what is too large to be pickled again', async () => {
    const run = await ended({
      workload: { name: 'sum-of-squares' },
      input: { items: [10] },
      payload: { kind: 'bytes', bytes: 8 * 1024 * 1024 },
    });
    const { root, note, ns } = await priceTask(run, 0, 'argument');
    expect(root.bytes).toBe(column(run, 'argsBytes', 0));
    expect(note).toContain('MB it is too large to be pickled again');
    expect(ns).toBeNull();
  });

  it('is refused in a sentence where nothing was pickled', async () => {
    const loop = await ended({ engine: 'serial', workload: { name: 'sum-of-squares' }, input: { items: [10] } });
    await expect(priceTask(loop, 0, 'argument')).rejects.toThrow('Nothing crosses in a plain loop');
    const run = await ended({ workload: { name: 'sum-of-squares' }, input: { items: [10] } });
    await expect(priceTask(run, 1, 'argument')).rejects.toThrow('There is no task 1; the run has 1.');
    run.returnedAt = null;
    await expect(priceTask(run, 0, 'argument')).rejects.toThrow('once the run has ended');
  });

  it('is asked for by run, task and side, and in no other way', () => {
    const { request } = calls['task:price'];
    expect(request.safeParse({ runId: 1, task: 0, side: 'argument' }).success).toBe(true);
    for (const bad of [
      undefined,
      {},
      { runId: 0, task: 0, side: 'argument' },
      { runId: 1, task: -1, side: 'argument' },
      { runId: 1, task: 0.5, side: 'result' },
      { runId: 1, task: 0, side: 'both' },
      { runId: 1, task: '0', side: 'result' },
    ]) {
      expect(request.safeParse(bad).success).toBe(false);
    }
  });
});
