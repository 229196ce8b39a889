import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf } from '../../../../src/renderer/derive/order-statistics';

/** Sorts them all. */
function oracle(values: readonly number[], share: number): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const position = share * (sorted.length - 1);
  const low = sorted[Math.floor(position)] ?? Number.NaN;
  const high = sorted[Math.ceil(position)] ?? low;
  return low + (position - Math.floor(position)) * (high - low);
}

const times = fc.oneof(
  fc.double({ min: 0, max: 1e12, noNaN: true }),
  fc.integer({ min: -3, max: 3 }),
  fc.constant(1000.5),
  fc.constant(Number.NaN),
);

describe('quantiles', () => {
  it('are exactly those of the sorted numbers, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(times, { maxLength: 300 }), fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
        const { quantiles, count, max, min } = distributionOf(Float64Array.from(values), values.length, [share]);
        const known = values.filter((value) => !Number.isNaN(value));
        expect(count).toBe(known.length);
        if (count === 0) expect(quantiles).toEqual([Number.NaN]);
        else {
          expect(quantiles[0]).toBe(oracle(values, share));
          expect([min, max]).toEqual([Math.min(...known), Math.max(...known)]);
        }
      }),
    );
  });

  it('are exact where very many numbers are nearly or quite the same', () => {
    const random = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), { numRuns: 30_000, seed: 7 });
    for (const values of [random.map((noise) => 40_000 + noise * 1e-6), random.map((noise) => Math.round(noise * 3))]) {
      const shares = [0, 0.1, 0.5, 0.95, 1];
      const { quantiles } = distributionOf(Float64Array.from(values), values.length, shares);
      expect(quantiles).toEqual(shares.map((share) => oracle(values, share)));
    }
  });

  it('are of the first numbers only, as far as is said', () => {
    expect(distributionOf(Float64Array.of(3, 1, 2, 99), 3, [1]).quantiles).toEqual([3]);
  });
});
