import { expect, test } from 'vitest';
import { monteCarloPi } from '../../../../src/workers/workloads/monte-carlo-pi';

const estimate = (n: number, seed: number): number => monteCarloPi(n, {}, { index: 0, seed, shared: null }) as number;

test('the estimate comes near pi: within five standard errors of a million points', () => {
  const error = 4 * Math.sqrt(((Math.PI / 4) * (1 - Math.PI / 4)) / 1_000_000);
  for (const seed of [1, 2, 3]) expect(Math.abs(estimate(1_000_000, seed) - Math.PI)).toBeLessThan(5 * error);
});

test('one point is inside or outside', () => {
  for (let seed = 0; seed < 20; seed++) expect([0, 4]).toContain(estimate(1, seed));
});

test('the same seed gives the same estimate, another seed another', () => {
  expect(estimate(1000, 7)).toBe(estimate(1000, 7));
  expect(estimate(1000, 8)).not.toBe(estimate(1000, 7));
});
