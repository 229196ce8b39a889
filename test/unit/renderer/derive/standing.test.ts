import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DurationHistogram } from '../../../../src/renderer/derive/duration-histogram';
import { standingOf } from '../../../../src/renderer/derive/standing';

function histogramOf(lengths: readonly number[]): DurationHistogram {
  const histogram = new DurationHistogram();
  for (const ns of lengths) histogram.add(ns);
  return histogram;
}

const plain = (text: string | undefined) => text?.replaceAll('\u2009', ' ');
const hundred = histogramOf(Array.from({ length: 100 }, (_, at) => 1000 * 1.1 ** at));
const words = (ns: number) => plain(standingOf(hundred, ns)?.words);

describe('where a task stands in its run', () => {
  it('is said in words', () => {
    expect(words(1000 * 1.1 ** 97)).toMatch(/^longer than 97 %$/);
    expect(words(1000 * 1.1 ** 10)).toMatch(/^shorter than (89|90) %$/);
    expect(words(1000 * 1.1 ** 50)).toBe('about the median');
    expect(words(1000 * 1.1 ** 99)).toBe('the longest of all');
    expect(words(1000)).toBe('the shortest of all');
  });

  it('never claims more than all others', () => {
    const many = histogramOf([...Array.from({ length: 10_000 }, (_, at) => 1e3 + at), 1e6, 1e9]);
    expect(plain(standingOf(many, 1e6)?.words)).toBe('longer than 99.9 %');
  });

  it('needs others', () => {
    expect(standingOf(histogramOf([5]), 5)?.words).toBe('the only one so far');
    expect(standingOf(histogramOf([5, 5]), 5)?.words).toBe('the same for all');
    expect(standingOf(histogramOf([]), 5)).toBeNull();
    expect(standingOf(hundred, Number.NaN)).toBeNull();
  });

  it('has its place between the shortest and the longest, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e12, noNaN: true }), { minLength: 1 }), (lengths) => {
        const histogram = histogramOf(lengths);
        const standing = standingOf(histogram, lengths[0] ?? 0);
        const { p5 = 0, median = 0, p95 = 0 } = standing ?? {};
        const places = [histogram.min, p5, median, p95, histogram.max].map((ns) => standing?.place(ns) ?? Number.NaN);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...places)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
