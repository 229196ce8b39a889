import { describe, expect, test } from 'vitest';
import { taskSeed } from '../../src/shared/random';
import { type BuiltInName, type WorkloadName, workload } from '../../src/shared/workloads';
import type { Workload } from '../../src/workers/workload';
import { registry } from '../../src/workers/workloads/registry';
import { python, runPython } from './run-python';

interface Task {
  readonly item: number;
  readonly params?: Record<string, unknown>;
  readonly seed?: number;
}

/** Small enough that Python, some fifty times slower here, takes seconds for all of them. */
const tasks: Partial<Record<WorkloadName, readonly Task[]>> = {
  'sum-of-squares': [0, 1, 2, 8192, 8193, 300_000, 1_000_000, 2_000_000, 3_000_000].map((item) => ({ item })),
  'count-primes': [0, 1, 2, 3, 4, 5, 100, 7920, 20_000].map((item) => ({ item })),
  mandelbrot: [
    ...[0, 11, 27, 47].map((item) => ({ item, params: { tilePx: 12, maxIterations: 300 } })),
    {
      item: 4,
      params: { columns: 3, rows: 2, tilePx: 7, maxIterations: 200, centerX: -0.75, centerY: 0.1, width: 0.01 },
    },
    { item: 0, params: { columns: 1, rows: 1, tilePx: 1, maxIterations: 5 } },
  ],
  'matrix-multiply': [0, 1, 2, 17, 90].map((item) => ({ item })),
  'hash-chain': [0, 1, 2, 5000].flatMap((item) => [
    { item },
    { item, params: { text: '' } },
    { item, params: { text: 'naïve 🎈' } },
  ]),
  'monte-carlo-pi': [
    ...[1, 2, 3, 100_000].map((item) => ({ item })),
    ...[0, -1, -42, 2 ** 32 + 42, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER].map((seed) => ({
      item: 5000,
      seed,
    })),
  ],
};

describe.skipIf(python === undefined)('results equal those of this machine’s Python (skipped without python3)', () => {
  test.each(Object.entries(tasks) as [WorkloadName, readonly Task[]][])('%s', { timeout: 60_000 }, (name, some) => {
    const full = some.map(({ item, params = {}, seed = 42 }, index) => ({
      workload: name,
      item,
      params: workload(name).params.parse(params),
      seed,
      index,
    }));
    const call = registry[name as BuiltInName] as Workload<WorkloadName>;
    const ours = full.map(({ item, params, seed, index }) =>
      plain(call(item, params as Parameters<typeof call>[1], { index, seed: taskSeed(seed, index), shared: null })),
    );
    expect(ours).toEqual(runPython('workloads.py', full));
  });
});

/** A tile as Python's list of counts; everything else as it is. */
function plain(result: unknown): unknown {
  const isTile = typeof result === 'object' && result !== null && 'iterations' in result;
  return isTile ? Array.from(result.iterations as Uint32Array) : result;
}
