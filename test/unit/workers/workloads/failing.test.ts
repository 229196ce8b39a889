import { serialize } from 'node:v8';
import { describe, expect, test } from 'vitest';
import { raise } from '../../../../src/workers/workloads/raise';
import { unpicklableResult } from '../../../../src/workers/workloads/unpicklable-result';

const context = { index: 0, seed: 1, shared: null };

describe('raise', () => {
  const call = (item: number, every: number): unknown => raise(item, { every, message: 'no luck' }, context);

  test('raises for every n-th item and returns the others', () => {
    expect([0, 1, 3, 4].map((item) => call(item, 3))).toEqual([0, 1, 3, 4]);
    for (const item of [2, 5, 8]) expect(() => call(item, 3)).toThrow(new Error('no luck'));
  });

  test('raises for each item when n is 1', () => {
    for (const item of [0, 1, 2]) expect(() => call(item, 1)).toThrow('no luck');
  });
});

describe('unpicklable-result', () => {
  const call = (item: number): unknown => unpicklableResult(item, { every: 2 }, context);

  test('returns what no pickle can carry for every n-th item and the item for the others', () => {
    expect([0, 2, 4].map(call)).toEqual([0, 2, 4]);
    expect(() => serialize(call(1))).toThrow('could not be cloned');
  });
});
