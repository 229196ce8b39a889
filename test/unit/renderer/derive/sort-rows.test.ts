import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortRows } from '../../../../src/renderer/derive/sort-rows';
import '../../../fixtures/fast-check';

/** Near ones begin alike: their upper halves do not tell them apart. */
const near = fc.nat({ max: 60 }).map((more) => 1e8 + more);
const key = fc.oneof(
  fc.double(),
  fc.integer({ min: -3, max: 3 }),
  fc.constant(Number.NaN),
  fc.integer({ max: 2 ** 40 }),
  { weight: 3, arbitrary: near },
);

describe('sorting rows', () => {
  it('gives the order of a plain sort: by number, equal ones as they were, unknown ones last', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 80 }), fc.boolean(), (drawn, descending) => {
        // 0 and -0 are one number to a plain sort.
        const keys = drawn.map((value) => value + 0);
        const rows = keys.map((_, index) => index * 3 + 1);
        const places = keys.map((_, index) => index);
        const known = places.filter((place) => !Number.isNaN(keys[place]));
        known.sort((a, b) => {
          const [x, y] = [keys[a] ?? 0, keys[b] ?? 0];
          return x === y ? a - b : x < y !== descending ? -1 : 1;
        });
        const unknown = places.filter((place) => Number.isNaN(keys[place]));
        const expected = [...known, ...unknown].map((place) => rows[place]);
        expect([...sortRows(Uint32Array.from(rows), Float64Array.from(keys), descending)]).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves the rows that it was given as they are', () => {
    const rows = Uint32Array.of(7, 8, 9);
    expect([...sortRows(rows, Float64Array.of(3, 1, 2), false)]).toEqual([8, 9, 7]);
    expect([...rows]).toEqual([7, 8, 9]);
  });
});
