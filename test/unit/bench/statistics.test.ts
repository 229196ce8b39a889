import { describe, expect, it } from 'vitest';
import { pairedRatios, quantile, spread } from '../../../bench/statistics';

describe('quantile', () => {
  it('interpolates between the two nearest samples, whatever their order', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([10, 0], 0.25)).toBe(2.5);
  });

  it('leaves the samples as they are', () => {
    const samples = [3, 1, 2];
    quantile(samples, 0.5);
    expect(samples).toEqual([3, 1, 2]);
  });

  it('is NaN of nothing and the sample itself of one', () => {
    expect(quantile([], 0.5)).toBeNaN();
    expect(quantile([7], 0.99)).toBe(7);
  });
});

it('a spread is the median between the quartiles', () => {
  expect(spread([5, 1, 4, 2, 3])).toEqual({ median: 3, low: 2, high: 4 });
});

describe('pairedRatios', () => {
  it('compares round with round', () => {
    expect(pairedRatios([2, 30], [1, 10])).toEqual([2, 3]);
  });

  it('takes out a round that lacks a side', () => {
    expect(pairedRatios([2, 30, Number.NaN, 8], [1, Number.NaN, 5])).toEqual([2]);
  });
});
