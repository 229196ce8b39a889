import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classBounds, classOfValue, MOST_CLASSES } from '../../../../src/renderer/derive/class-bounds';
import { runBounds } from '../../../../src/renderer/derive/run-bounds';
import { makeFacts } from '../../../fixtures/make-run';

describe('bounds of classes', () => {
  it('ascend, are no more than there are colours for, and need two figures', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1, max: 1e12, noNaN: true }), { maxLength: 200 }), (values) => {
        const bounds = classBounds(values);
        expect(bounds.length).toBeLessThan(MOST_CLASSES);
        for (const [index, bound] of bounds.entries()) {
          expect(bound).toBeGreaterThan(bounds[index - 1] ?? 0);
          expect(Number(bound.toPrecision(2))).toBe(bound);
        }
      }),
    );
  });

  it('give every value the class of the last bound at or below it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(100), { maxLength: 5 }), fc.nat(120), (some, value) => {
        const bounds = [...some].sort((a, b) => a - b);
        expect(classOfValue(value, bounds)).toBe(bounds.filter((bound) => bound <= value).length);
      }),
    );
  });

  it('part the bulk of the values: an outlier does not take all colours for itself', () => {
    const values = [...Array.from({ length: 999 }, (_, index) => 1000 + index), 1e9];
    const bounds = classBounds(values);
    expect(bounds).toHaveLength(5);
    expect(bounds.at(-1)).toBeLessThan(2000);
  });

  it('are none where all values are about the same', () => {
    expect(classBounds([500, 500, 501])).toEqual([]);
    expect(classBounds([0, Number.NaN])).toEqual([]);
  });

  it('of a run are the same array until they change', () => {
    const facts = makeFacts({ tasks: 50, workers: 2 });
    expect(runBounds(facts, 'duration')).toBe(runBounds({ ...facts, revision: facts.revision + 1 }, 'duration'));
    expect(runBounds(facts, 'duration')).not.toEqual(runBounds(facts, 'payload'));
  });
});
