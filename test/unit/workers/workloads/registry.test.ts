import { readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { describe, expect, test } from 'vitest';
import { builtInNames, type WorkloadName, workload } from '../../../../src/shared/workloads';
import type { Workload } from '../../../../src/workers/workload';
import { registry } from '../../../../src/workers/workloads/registry';

test('the registry has a function for every workload of the catalogue but the one of the user, in its order', () => {
  expect(Object.keys(registry)).toEqual(builtInNames);
});

/** What counts in shared memory, reads a file or asks a server is no function of its arguments alone. */
const impure: ReadonlySet<string> = new Set(['shared-counter', 'shared-array', 'read-and-echo']);

describe.each(builtInNames)('%s', (name) => {
  const call = registry[name] as Workload<WorkloadName>;
  const params = workload(name).params.parse({}) as Parameters<typeof call>[1];
  const { min } = workload(name).item;

  test.skipIf(impure.has(name))('is pure: the same arguments give the same result, and a picklable one', () => {
    const first = call(min, params, { index: 3, seed: 9, shared: null });
    expect(call(min, params, { index: 3, seed: 9, shared: null })).toEqual(first);
    expect(deserialize(serialize(first))).toEqual(first);
  });

  test('leaves zod out of the worker: it takes only types from the catalogue', () => {
    const source = readFileSync(new URL(`../../../../src/workers/workloads/${name}.ts`, import.meta.url), 'utf8');
    const atRunTime = source.match(/^import (?!type\b).*$/gm) ?? [];
    expect(
      atRunTime.filter(
        (line) => !/'node:[a-z/]+'|'\.\.\/\.\.\/shared\/(random|shared-array)'|'\.\.\/interpreter-lock'/.test(line),
      ),
    ).toEqual([]);
  });
});
