import { expect, test } from 'vitest';
import { sumOfSquares } from '../../../../src/workers/workloads/sum-of-squares';

const context = { index: 0, seed: 1, shared: null };
const sum = (n: number): unknown => sumOfSquares(n, {}, context);

/** Faulhaber's formula for 0 + 1 + 4 + ... + (n-1)^2. */
function closedForm(n: bigint): bigint {
  return ((n - 1n) * n * (2n * n - 1n)) / 6n;
}

test('the three sums of the pool example are exact', () => {
  expect([1_000_000, 2_000_000, 3_000_000].map(sum)).toEqual([
    333332833333500000n,
    2666664666667000000n,
    8999995500000500000n,
  ]);
});

test('small sums are plain numbers', () => {
  expect([0, 1, 2, 3, 10].map(sum)).toEqual([0, 0, 1, 5, 285]);
});

test('a sum is a number up to 2^53 and a bigint beyond', () => {
  // The sum first exceeds 2^53 - 1 with the square of 300,080.
  expect(closedForm(300_081n) > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true);
  expect(sum(300_080)).toBe(Number(closedForm(300_080n)));
  expect(sum(300_081)).toBe(closedForm(300_081n));
});

test.each([8191, 8192, 8193, 1_048_575, 1_048_577, 5_000_000])('a loop of %i steps agrees with the formula', (n) => {
  expect(BigInt(sum(n) as number | bigint)).toBe(closedForm(BigInt(n)));
});

test('squares that are themselves beyond 2^53 are exact', () => {
  expect(94_906_266 ** 2).toBeGreaterThan(2 ** 53);
  expect(sum(95_000_001)).toBe(closedForm(95_000_001n));
});
