import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { startClock } from '../../../../../src/main/clock';
import { childProcessEngine } from '../../../../../src/main/engines/child-process';
import { stepAt, stepLength } from '../../../../../src/main/experiments/spawn-tree/process-record';
import { ProcessTree } from '../../../../../src/main/experiments/spawn-tree/process-tree';
import type { SpawnTreeExperiment } from '../../../../../src/shared/spawn-tree';
import { builtPrograms } from '../../../../fixtures/spawn-tree/built-programs';
import { processesOf, watchProcesses } from '../../../../fixtures/spawn-tree/count-processes';

const built = builtPrograms();

type Setup = Omit<SpawnTreeExperiment, 'name' | 'imports'>;

function treeOf(program: string, setup: Partial<Setup>): ProcessTree {
  return new ProcessTree({
    setup: { guard: 'there', workers: 2, most: 8, deepest: 8, seconds: 60, ...setup },
    program: built(`program-${program}`),
    clock: startClock(),
    start: childProcessEngine(built('spawn-tree')).spawn,
  });
}

const pidsOf = ({ records }: ProcessTree): number[] => records.flatMap(({ pid }) => pid ?? []);

/** Its tree is ended by itself after some seconds. */
const victim = (seconds: number) =>
  spawn(process.execPath, [built('victim'), String(seconds)], { stdio: ['ignore', 'pipe', 'inherit'] });

/** Resolves once it has so many. What it says is read on: it must not end of a pipe that is closed. */
function childrenOf(main: ReturnType<typeof victim>, count: number): Promise<void> {
  let seen = 0;
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: main.stdout });
    lines.on('line', () => {
      if (++seen === count) resolve();
    });
    lines.on('close', () => reject(new Error(`The victim has ended with ${seen} processes.`)));
  });
}

/** Runs it. @returns the largest number of processes that the operating system had of it at once */
async function watched(tree: ProcessTree): Promise<number> {
  const seen = watchProcesses(built('spawn-tree'));
  await tree.run();
  return seen();
}

describe.skipIf(process.platform !== 'linux')('a program that makes a pool (counted in /proc)', () => {
  it('has the children that it asks for and no more, where its guard is there; they import it and wait for tasks', async () => {
    const tree = treeOf('guarded', { workers: 3 });
    const most = await watched(tree);
    expect(most).toBeLessThanOrEqual(4);
    expect(tree.endedBy).toBe('itself');
    expect(tree.records.map(({ parent, depth }) => ({ parent, depth }))).toEqual([
      { parent: null, depth: 0 },
      ...new Array(3).fill({ parent: 0, depth: 1 }),
    ]);
    expect(new Set(pidsOf(tree)).size).toBe(4);
    expect(tree.records.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0]);
    for (const child of tree.records.slice(1)) {
      expect(child.steps.map(({ step }) => step)).toEqual(['boot', 'import', 'ready']);
    }
    expect(tree.records.flatMap(({ tasks }) => tasks)).toHaveLength(4);
    expect(processesOf(built('spawn-tree'))).toEqual([]);
  });

  it('without it dies in every child of the RuntimeError, which the pool replaces until the cap', async () => {
    const tree = treeOf('unguarded', { guard: 'missing', most: 7 });
    const most = await watched(tree);
    expect(most).toBeLessThanOrEqual(7);
    expect(tree.endedBy).toBe('cap');
    expect([...tree.refusedFor]).toEqual(['processes']);
    const [program, ...children] = tree.records;
    expect(children).toHaveLength(6);
    for (const child of children) {
      expect(child).toMatchObject({ parent: 0, depth: 1, exitCode: 1, raised: { name: 'RuntimeError' } });
    }
    expect(program).toMatchObject({ killed: true, refused: { why: 'processes' } });
    expect(processesOf(built('spawn-tree'))).toEqual([]);
  });

  it('without it, and with nothing that checks, is a tree that grows until the cap', async () => {
    const tree = treeOf('unguarded', { guard: 'unchecked', most: 10 });
    const most = await watched(tree);
    expect(most).toBeLessThanOrEqual(10);
    expect(tree.endedBy).toBe('cap');
    expect(tree.records).toHaveLength(10);
    expect(Math.max(...tree.records.map(({ depth }) => depth))).toBeGreaterThan(1);
    // Each was asked for by one that was there, and imports the module anew.
    for (const { parent, askedAt, steps } of tree.records.slice(1)) {
      const asker = tree.records[parent ?? -1];
      expect(asker === undefined ? Number.NaN : stepAt(asker, 'start')).toBeLessThanOrEqual(askedAt);
      expect(steps[1]?.step).toBe('import');
    }
    expect(processesOf(built('spawn-tree'))).toEqual([]);
  });

  it('grows no deeper than it may', async () => {
    const tree = treeOf('unguarded', { guard: 'unchecked', workers: 1, most: 64, deepest: 3 });
    await watched(tree);
    expect(tree.endedBy).toBe('cap');
    expect([...tree.refusedFor]).toEqual(['depth']);
    expect(tree.records.map(({ depth }) => depth)).toEqual([0, 1, 2, 3]);
  });

  it('is ended when its time is up, whatever it is at', async () => {
    // The cap is never reached: each child takes longer to boot than there is time for all.
    const tree = treeOf('unguarded', { guard: 'missing', workers: 1, most: 64, seconds: 1 });
    await watched(tree);
    expect(tree.endedBy).toBe('time');
    expect(processesOf(built('spawn-tree'))).toEqual([]);
  });

  it.each([
    ['stopped', 'unchecked'],
    ['stopped', 'missing'],
  ] as const)('is %s half-way with the guard %s: none is left, and none comes after', async (by, guard) => {
    const tree = treeOf('unguarded', { guard, most: 24 });
    const run = tree.run();
    await vi.waitFor(() => expect(tree.records.length).toBeGreaterThanOrEqual(4), { interval: 2, timeout: 30_000 });
    await tree.end(by);
    const started = tree.records.length;
    expect(processesOf(built('spawn-tree'))).toEqual([]);
    await run;
    expect(tree.records).toHaveLength(started);
    expect(tree.endedBy).toBe(by);
  });

  it('leaves nothing alive when main is killed with SIGKILL', async () => {
    const main = victim(120);
    await childrenOf(main, 5);
    main.kill('SIGKILL');
    await vi.waitFor(() => expect(processesOf(built('spawn-tree'))).toEqual([]), { timeout: 30_000 });
  });

  it('ends itself where main hangs and does not', async () => {
    const main = victim(1);
    await childrenOf(main, 2);
    main.kill('SIGSTOP');
    try {
      await vi.waitFor(() => expect(processesOf(built('spawn-tree'))).toEqual([]), { timeout: 50_000 });
    } finally {
      main.kill('SIGKILL');
    }
  });

  it('never has more processes than its cap, however it is made (real ones, counted in /proc)', async () => {
    const setups = fc.record({
      guard: fc.constantFrom('missing' as const, 'unchecked' as const),
      workers: fc.integer({ min: 1, max: 5 }),
      most: fc.integer({ min: 2, max: 8 }),
      deepest: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(setups, async (setup) => {
        const tree = treeOf('unguarded', setup);
        const most = await watched(tree);
        expect(most).toBeLessThanOrEqual(setup.most);
        expect(tree.records.length).toBeLessThanOrEqual(setup.most);
        expect(Math.max(...tree.records.map(({ depth }) => depth))).toBeLessThanOrEqual(setup.deepest);
        expect(processesOf(built('spawn-tree'))).toEqual([]);
      }),
      { numRuns: 4 },
    );
  });

  it('pays for its imports again in each worker', async () => {
    const least: number[] = [];
    for (const program of ['guarded', 'guarded-libraries']) {
      const tree = treeOf(program, {});
      await tree.run();
      expect(tree.endedBy).toBe('itself');
      const imports = tree.records.slice(1).map((record) => stepLength(record, 'import') ?? Number.NaN);
      expect(imports).toHaveLength(2);
      least.push(Math.min(...imports));
    }
    expect(least[1]).toBeGreaterThan(least[0] ?? Number.NaN);
  });
});
