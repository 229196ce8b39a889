import { describe, expect, test } from 'vitest';
import { itemSchema, workload, workloadNames } from '../../../src/shared/workloads';

describe.each(workloadNames)('the catalogue’s %s', (name) => {
  const { item, params, title, summary } = workload(name);

  test('has a title, and one sentence of summary or two', () => {
    expect(title).toMatch(/^[A-Z]/);
    expect(summary).toMatch(/^[A-Z].+\.$/);
  });

  test('has a default and a description for every parameter', () => {
    expect(params.safeParse({}).success).toBe(true);
    for (const [parameter, schema] of Object.entries(params.shape)) {
      expect((schema as { description?: string }).description, parameter).toMatch(/^[A-Z]/);
    }
  });

  test('allows its own typical item, its smallest and its largest, and none beyond', () => {
    const schema = itemSchema(item);
    for (const value of [item.typical, item.min, item.max]) expect(schema.safeParse(value).success).toBe(true);
    if (item.kind === 'value') return;
    for (const value of [item.min - 1, item.max + 1, Number.NaN]) expect(schema.safeParse(value).success).toBe(false);
  });
});

test('a function of the user’s takes any JSON value, and nothing else', () => {
  const schema = itemSchema(workload('module').item);
  for (const value of [null, true, -1.5, 'text', [1, ['a']], { a: { b: null } }]) {
    expect(schema.safeParse(value).success).toBe(true);
  }
  for (const value of [undefined, Number.NaN, 1n, () => 0, [undefined]]) {
    expect(schema.safeParse(value).success).toBe(false);
  }
});
