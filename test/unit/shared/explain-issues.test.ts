import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { explainIssue, pathText } from '../../../src/shared/explain-issues';

/** The sentence for `value` under `schema`. */
function sentence(schema: z.ZodType, value: unknown): string {
  const { error } = schema.safeParse(value);
  return error === undefined ? 'valid' : explainIssue(error, value);
}

describe('a path', () => {
  test.each([
    [[], ''],
    [['pool', 'processes'], 'pool.processes'],
    [['input', 'items', 2], 'input.items[2]'],
    [[3, 'name'], '[3].name'],
    [['panels', 'left side', 'a\nb'], 'panels["left side"]["a\\nb"]'],
  ])('%j is written %j', (path, text) => {
    expect(pathText(path)).toBe(text);
  });
});

describe('an issue is explained in one sentence', () => {
  test.each<[string, z.ZodType, unknown]>([
    ['expected text, got 5', z.string(), 5],
    ['expected true or false, got "yes"', z.boolean(), 'yes'],
    ['expected an array, got an object', z.array(z.number()), {}],
    ['expected an object, got an empty array', z.record(z.string(), z.number()), []],
    ['expected nothing, got 1', z.undefined(), 1],
    ['expected a number, got NaN', z.number(), Number.NaN],
    ['expected a whole number, got 1.5', z.int(), 1.5],
    ['expected at least 2, got 1', z.number().min(2), 1],
    ['expected more than 2, got 2', z.number().gt(2), 2],
    ['expected less than 2, got 2', z.number().lt(2), 2],
    ['expected at least 1 character, got ""', z.string().min(1), ''],
    ['expected at most 3 characters, got "four"', z.string().max(3), 'four'],
    ['expected at most 1 element, got an array', z.array(z.number()).max(1), [1, 2]],
    ['expected 1, got 2', z.literal(1), 2],
    ['expected one of a, b, got null', z.enum(['a', 'b']), null],
    ['b: no such field', z.strictObject({ a: z.int() }), { a: 1, b: 2 }],
    ['a: expected text, got nothing', z.object({ a: z.string() }), {}],
    ['expected text, got () => 0', z.string(), () => 0],
  ])('%s', (expected, schema, value) => {
    expect(sentence(schema, value)).toBe(expected);
  });

  test('quotes no more than forty characters', () => {
    expect(sentence(z.number(), 'x'.repeat(100))).toBe(`expected a number, got "${'x'.repeat(38)}…`);
  });

  test('names the first of several', () => {
    expect(sentence(z.object({ a: z.int(), b: z.int() }), {})).toMatch(/^a: /);
  });
});
