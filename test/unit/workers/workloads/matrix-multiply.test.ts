import { expect, test } from 'vitest';
import { seededRandom } from '../../../../src/shared/random';
import { matrixMultiply } from '../../../../src/workers/workloads/matrix-multiply';

const trace = (n: number, seed: number): unknown => matrixMultiply(n, {}, { index: 0, seed, shared: null });

/** The trace needs no product: it is the sum of a[i][k] * b[k][i]. */
function obviousTrace(n: number, seed: number): number {
  const random = seededRandom(seed);
  const [a, b] = [0, 1].map(() => Array.from({ length: n }, () => Array.from({ length: n }, () => random())));
  let sum = 0;
  for (let i = 0; i < n; i++) for (let k = 0; k < n; k++) sum += (a?.[i]?.[k] ?? 0) * (b?.[k]?.[i] ?? 0);
  return sum;
}

test.each([0, 1, 2, 3, 20, 64])('the trace of an n = %i product is what the formula gives', (n) => {
  expect(trace(n, 5)).toBeCloseTo(obviousTrace(n, 5), 8);
});

test('the same seed gives the same matrices, another seed others', () => {
  expect(trace(10, 5)).toBe(trace(10, 5));
  expect(trace(10, 6)).not.toBe(trace(10, 5));
});
