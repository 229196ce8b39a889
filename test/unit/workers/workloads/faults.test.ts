/** Faults end the process that they happen in: each runs in one of its own, a real one. */
import { describe, expect, test } from 'vitest';
import { type BuiltInName, workload } from '../../../../src/shared/workloads';
import type { Workload } from '../../../../src/workers/workload';
import { registry } from '../../../../src/workers/workloads/registry';

const FAULTS = ['crash', 'exit', 'hang', 'leak-memory'] as const satisfies readonly BuiltInName[];

describe.each(FAULTS)('%s', (name) => {
  test('returns every item but the n-th ones', () => {
    const call = registry[name] as Workload<typeof name>;
    const params = workload(name).params.parse({ every: 3 }) as Parameters<typeof call>[1];
    const innocent = [0, 1, 3, 4, 6, 7];
    expect(innocent.map((item) => call(item, params, { index: item, seed: 1, shared: null }))).toEqual(innocent);
  });
});
