import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom, taskSeed } from '../../../src/shared/random';

const seeds = fc.maxSafeInteger();
const draws = (seed: number, count: number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random());
};

describe('seeded random numbers', () => {
  test('are these very numbers on every machine', () => {
    expect(draws(42, 3)).toEqual([0.9857737098354846, 0.8454364330973476, 0.7789328652434051]);
    expect(draws(-1, 2)).toEqual([0.6886656086426228, 0.06438641622662544]);
  });

  test('are the same for the same seed, at least 0 and below 1', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const some = draws(seed, 20);
        expect(draws(seed, 20)).toEqual(some);
        expect(some.every((value) => value >= 0 && value < 1)).toBe(true);
      }),
    );
  });

  test('differ for seeds that differ by one, by their sign or by 2^32', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 40 }), (seed) => {
        for (const other of [seed + 1, -seed, seed + 2 ** 32]) expect(draws(other, 4)).not.toEqual(draws(seed, 4));
      }),
    );
  });

  test('fall evenly: 16 bins of 64,000 draws stay within five standard deviations', () => {
    const bins = new Array<number>(16).fill(0);
    for (const value of draws(7, 64_000)) {
      const bin = Math.floor(value * 16);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    for (const count of bins) expect(Math.abs(count - 4000)).toBeLessThan(5 * Math.sqrt(4000 * (15 / 16)));
  });

  test('have no memory: neighbours are uncorrelated', () => {
    const values = draws(11, 50_000).map((value) => value - 0.5);
    const products = values.slice(1).map((value, index) => value * (values[index] ?? 0));
    expect(Math.abs(mean(products) / (1 / 12))).toBeLessThan(0.02);
  });
});

describe('task seeds', () => {
  test('are these very numbers on every machine', () => {
    expect([0, 1, 2].map((index) => taskSeed(42, index))).toEqual([551831576, 144025891, 322543647]);
  });

  test('are different for every task of a run', () => {
    const seen = new Set(Array.from({ length: 100_000 }, (_, index) => taskSeed(42, index)));
    expect(seen.size).toBe(100_000);
  });

  test('depend on the whole seed, not on its lower 32 bits alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 40 }), fc.nat(1000), (seed, index) => {
        expect(taskSeed(seed + 2 ** 32, index)).not.toBe(taskSeed(seed, index));
      }),
    );
  });
});

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
