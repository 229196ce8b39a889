import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histogramOf } from '../../../../src/renderer/derive/histogram';

const made = (values: readonly number[], bins = 8) =>
  histogramOf(Float64Array.from(values), values.length, Math.min(...values), Math.max(...values), bins);

describe('a histogram', () => {
  it('has every number in one bin, between its edges', () => {
    const some = fc.array(fc.double({ min: 1, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(some, (values) => {
        const { bins } = made(values);
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        for (const { from, to, count } of bins) {
          const inside = values.filter((value) => value >= from * (1 - 1e-9) && value <= to * (1 + 1e-9));
          expect(inside.length).toBeGreaterThanOrEqual(count);
        }
      }),
    );
  });

  it('has a log scale where the longest is ten times the shortest, and not before', () => {
    expect(made([100, 999]).log).toBe(false);
    expect(made([100, 1001]).log).toBe(true);
    expect(made([1, 1e8], 8).bins.map(({ to }) => Math.round(to))).toEqual([10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8]);
  });

  it('of equal numbers is one bin, of none it is empty', () => {
    expect(made([5, 5, 5]).bins).toEqual([{ from: 5, to: 5, count: 3 }]);
    expect(histogramOf(new Float64Array(0), 0, Number.NaN, Number.NaN, 8).bins).toEqual([]);
  });
});
