import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerBound, lowerBoundNear, upperBound, upperBoundNear } from '../../../../src/renderer/derive/binary-search';

const ascending = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 80 }).map((all) => all.sort((a, b) => a - b));

describe('a search in ascending numbers', () => {
  it('finds what looking at one after the other finds, from wherever it begins', () => {
    fc.assert(
      fc.property(ascending, fc.integer({ min: -1, max: 41 }), fc.nat(80), (numbers, value, start) => {
        const from = Math.min(start, numbers.length);
        const first = (fits: (one: number) => boolean): number => {
          const found = numbers.findIndex((one, index) => index >= from && fits(one));
          return found < 0 ? numbers.length : found;
        };
        for (const search of [lowerBound, lowerBoundNear]) {
          expect(search(numbers, numbers.length, value, from)).toBe(first((one) => one >= value));
        }
        for (const search of [upperBound, upperBoundNear]) {
          expect(search(numbers, numbers.length, value, from)).toBe(first((one) => one > value));
        }
      }),
    );
  });
});
