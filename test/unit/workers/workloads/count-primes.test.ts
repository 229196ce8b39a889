import { expect, test } from 'vitest';
import { countPrimes } from '../../../../src/workers/workloads/count-primes';

test.each([
  [0, 0],
  [2, 0],
  [3, 1],
  [10, 4],
  [11, 4],
  [12, 5],
  [1000, 168],
  [100_000, 9592],
])('below %i there are %i primes', (n, count) => {
  expect(countPrimes(n, {}, { index: 0, seed: 1, shared: null })).toBe(count);
});
