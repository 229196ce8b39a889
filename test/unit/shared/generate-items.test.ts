import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numericItems, taskCount } from '../../../src/shared/generate-items';
import { parseScenario } from '../../../src/shared/parse-scenario';
import { DISTRIBUTIONS, type Distribution, type Scenario } from '../../../src/shared/scenario';
import { workload } from '../../../src/shared/workloads';

interface Draft {
  readonly name?: string;
  readonly params?: Record<string, unknown>;
  readonly input: unknown;
  readonly seed?: number;
}
const scenario = ({ name = 'sum-of-squares', params = {}, ...rest }: Draft): Scenario =>
  parseScenario({ version: 1, workload: { name, params }, ...rest });

const generated = (distribution: Distribution, count: number, spread: number, seed = 42, mean = 1_000_000) =>
  numericItems(scenario({ input: { generate: { count, distribution, mean, spread } }, seed }));

const GOLDEN: Record<Distribution, readonly number[]> = {
  constant: [1_000_000, 1_000_000, 1_000_000, 1_000_000],
  uniform: [1_485_774, 1_345_436, 1_278_933, 509_899],
  exponential: [2_626_332, 1_433_575, 1_254_644, 504_974],
  bimodal: [1_500_000, 1_500_000, 1_500_000, 500_000],
};

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('generated items', () => {
  test.each(DISTRIBUTIONS)('drawn %s are these very numbers on every machine', (distribution) => {
    expect(generated(distribution, 4, 0.5)).toEqual(GOLDEN[distribution]);
  });

  test('are the same for the same seed and different for another', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('uniform', 'exponential'), (seed, distribution) => {
        expect(generated(distribution, 20, 0.5, seed)).toEqual(generated(distribution, 20, 0.5, seed));
        expect(generated(distribution, 20, 0.5, seed)).not.toEqual(generated(distribution, 20, 0.5, 12_345));
      }),
    );
  });

  test('begin alike however many there are, so that a longer run continues a shorter one', () => {
    expect(generated('exponential', 100, 1).slice(0, 10)).toEqual(generated('exponential', 10, 1));
  });

  test('have the mean that was asked for, whatever the distribution and spread', () => {
    const spreads = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...DISTRIBUTIONS), spreads, fc.nat(), (distribution, spread, seed) => {
        const mean = average(generated(distribution, 4000, spread, seed));
        // Five standard errors of the widest of them: standard deviation = mean, 4000 draws.
        expect(Math.abs(mean / 1_000_000 - 1)).toBeLessThan(5 / Math.sqrt(4000));
      }),
      { numRuns: 60 },
    );
  });

  test('are all equal without spread', () => {
    for (const distribution of DISTRIBUTIONS) {
      expect(new Set(generated(distribution, 50, 0))).toEqual(new Set([1_000_000]));
    }
  });

  test('drawn uniformly stay within the spread and reach its outer tenths', () => {
    const items = generated('uniform', 2000, 0.5);
    expect(Math.min(...items)).toBeGreaterThanOrEqual(500_000);
    expect(Math.min(...items)).toBeLessThan(550_000);
    expect(Math.max(...items)).toBeLessThanOrEqual(1_500_000);
    expect(Math.max(...items)).toBeGreaterThan(1_450_000);
  });

  test('drawn bimodally have two sizes, about equally often', () => {
    const items = generated('bimodal', 2000, 0.8);
    expect(new Set(items)).toEqual(new Set([200_000, 1_800_000]));
    expect(Math.abs(items.filter((item) => item === 200_000).length - 1000)).toBeLessThan(120);
  });

  test('drawn exponentially have a long tail: a few are more than five times the mean', () => {
    const long = generated('exponential', 5000, 1).filter((item) => item > 5_000_000).length;
    // 5000 * e^-5 is 34.
    expect(long).toBeGreaterThan(10);
    expect(long).toBeLessThan(70);
  });

  test('are whole where the workload counts something and fractions where it measures', () => {
    expect(generated('uniform', 100, 0.5).every(Number.isInteger)).toBe(true);
    const waits = numericItems(
      scenario({ name: 'sleep', input: { generate: { count: 20, distribution: 'uniform', mean: 5 } } }),
    );
    expect(waits.every(Number.isInteger)).toBe(false);
  });

  test('stay within what the workload allows', () => {
    const items = numericItems(
      scenario({
        name: 'matrix-multiply',
        input: { generate: { count: 500, distribution: 'exponential', mean: 8000, spread: 1 } },
      }),
    );
    expect(Math.max(...items)).toBe(8192);
    const points = numericItems(scenario({ name: 'monte-carlo-pi', input: { generate: { count: 3, mean: 0 } } }));
    expect(points).toEqual([1, 1, 1]);
  });

  test('have the workload’s typical size where no mean is given', () => {
    const items = numericItems(scenario({ name: 'hash-chain', input: { generate: { count: 2 } } }));
    expect(items).toEqual([workload('hash-chain').item.typical, workload('hash-chain').item.typical]);
  });

  test('number the parts where the item is a part: a tile is not drawn', () => {
    const tiles = scenario({
      name: 'mandelbrot',
      params: { columns: 2, rows: 2 },
      input: { generate: { distribution: 'uniform' } },
    });
    expect(numericItems(tiles)).toEqual([0, 1, 2, 3]);
  });
});

describe('given items', () => {
  test('are taken as they are', () => {
    expect(numericItems(scenario({ input: { items: [3, 1, 2, 0] } }))).toEqual([3, 1, 2, 0]);
  });
});

describe('the task count', () => {
  test('is the number of items, known without making them', () => {
    for (const input of [{ items: [] }, { items: [1, 2] }, { generate: { count: 7 } }, { generate: {} }]) {
      expect(taskCount(scenario({ input }))).toBe(numericItems(scenario({ input })).length);
    }
  });
});
