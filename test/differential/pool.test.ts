import { beforeAll, describe, expect, it } from 'vitest';
import { table } from '../conformance/table';
import { python, runPython } from './run-python';

const shared = table.flatMap(({ python: name, sentence, expected }) =>
  name === undefined ? [] : [{ name, sentence, expected }],
);

describe.skipIf(python === undefined)("this machine's Python does the same (skipped without python3)", () => {
  let outcomes: Record<string, unknown> = {};

  beforeAll(() => {
    outcomes = runPython(
      'pool_calls.py',
      shared.map(({ name }) => name),
    ) as Record<string, unknown>;
  }, 180_000);

  it.each(shared.map((one) => [one.sentence, one] as const))('%s', (_sentence, { name, expected }) => {
    expect(outcomes[name]).toEqual(expected);
  });
});
