import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BINS, binOf, binStart, DurationHistogram } from '../../../../src/renderer/derive/duration-histogram';

/** Lengths of time of every magnitude, many of them equal, as clocks give them. */
const length = fc.oneof(
  fc.constant(0),
  fc.double({ min: 0, max: 3, noNaN: true }),
  fc.double({ min: 0, max: 46, noNaN: true }).map((power) => 2 ** power),
  fc.integer({ min: 0, max: 46 }).map((power) => 2 ** power),
  fc.constantFrom(100, 200, 1e6),
);

function histogramOf(lengths: readonly number[]): DurationHistogram {
  const histogram = new DurationHistogram();
  for (const ns of lengths) histogram.add(ns);
  return histogram;
}

describe('bins of lengths of time', () => {
  it('hold every length between their edges', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 2 ** 46 - 1, noNaN: true }), (ns) => {
        const bin = binOf(ns);
        expect(ns).toBeGreaterThanOrEqual(binStart(bin));
        expect(ns).toBeLessThan(binStart(bin + 1));
      }),
    );
  });

  it('are under 1.6 % wide', () => {
    for (let bin = 1; bin < BINS; bin++) {
      const width = binStart(bin + 1) - binStart(bin);
      expect(width).toBeGreaterThan(0);
      expect(width / binStart(bin)).toBeLessThan(0.016);
    }
  });

  it('take what is out of reach into the first or the last', () => {
    expect([binOf(-5), binOf(0), binOf(0.99)]).toEqual([0, 0, 0]);
    expect([binOf(2 ** 46), binOf(1e300), binOf(Number.POSITIVE_INFINITY)]).toEqual([BINS - 1, BINS - 1, BINS - 1]);
  });
});

describe('a histogram of lengths of time', () => {
  it('counts, and knows the least, the greatest and the mean', () => {
    fc.assert(
      fc.property(fc.array(length, { minLength: 1 }), (lengths) => {
        const histogram = histogramOf(lengths);
        expect(histogram.count).toBe(lengths.length);
        expect(histogram.counts.reduce((sum, count) => sum + count, 0)).toBe(lengths.length);
        expect(histogram.min).toBe(Math.min(...lengths));
        expect(histogram.max).toBe(Math.max(...lengths));
        expect(histogram.mean).toBeCloseTo(lengths.reduce((sum, ns) => sum + ns, 0) / lengths.length, 3);
      }),
    );
  });

  it('reads a quantile from the bin in which sorting finds it', () => {
    fc.assert(
      fc.property(fc.array(length, { minLength: 1 }), fc.double({ min: 0, max: 1, noNaN: true }), (lengths, share) => {
        const histogram = histogramOf(lengths);
        const sorted = lengths.toSorted((a, b) => a - b);
        const exact = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
        const read = histogram.quantile(share);
        expect(Math.abs(read - exact)).toBeLessThanOrEqual(Math.max(1, exact * 0.016));
        expect(read).toBeGreaterThanOrEqual(histogram.min);
        expect(read).toBeLessThanOrEqual(histogram.max);
      }),
    );
  });

  it('tells which share is shorter to within the bin, as counting does', () => {
    fc.assert(
      fc.property(fc.array(length, { minLength: 1 }), length, (lengths, ns) => {
        const share = histogramOf(lengths).shareBelow(ns);
        const bin = binOf(ns);
        const below = (limit: number) => lengths.filter((each) => each < limit).length / lengths.length;
        expect(share).toBeGreaterThanOrEqual(below(binStart(bin)) - 1e-12);
        expect(share).toBeLessThanOrEqual(
          below(bin === BINS - 1 ? Number.POSITIVE_INFINITY : binStart(bin + 1)) + 1e-12,
        );
      }),
    );
  });

  it('gives shares that rise with the length', () => {
    fc.assert(
      fc.property(fc.array(length, { minLength: 1 }), length, length, (lengths, a, b) => {
        const histogram = histogramOf(lengths);
        expect(histogram.shareBelow(Math.min(a, b))).toBeLessThanOrEqual(histogram.shareBelow(Math.max(a, b)) + 1e-12);
      }),
    );
  });

  it('calls no task longer than others when all take the same time', () => {
    const histogram = histogramOf([0, 0, 0]);
    expect([histogram.shareBelow(0), histogram.quantile(0.5)]).toEqual([0, 0]);
    expect(histogramOf([500, 500]).shareBelow(500)).toBe(0);
  });

  it('passes over what did not come to its end, and knows nothing of nothing', () => {
    const histogram = histogramOf([Number.NaN]);
    expect(histogram.count).toBe(0);
    expect([histogram.min, histogram.max, histogram.mean]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect([histogram.quantile(0.5), histogram.shareBelow(1)]).toEqual([Number.NaN, Number.NaN]);
  });
});
