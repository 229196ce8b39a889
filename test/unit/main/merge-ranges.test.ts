/** Beside the property in telemetry/hub.test.ts: which gaps are closed. */
import { describe, expect, it } from 'vitest';
import { mergeRanges } from '../../../src/main/telemetry/merge-ranges';

describe('ranges', () => {
  it('become one where they overlap, touch or lie one within the other', () => {
    expect(
      mergeRanges([
        { first: 0, end: 5 },
        { first: 3, end: 8 },
      ]),
    ).toEqual([{ first: 0, end: 8 }]);
    expect(
      mergeRanges([
        { first: 5, end: 8 },
        { first: 0, end: 5 },
      ]),
    ).toEqual([{ first: 0, end: 8 }]);
    expect(
      mergeRanges([
        { first: 0, end: 9 },
        { first: 2, end: 3 },
      ]),
    ).toEqual([{ first: 0, end: 9 }]);
  });

  it('become one across a gap of 16 rows, and stay apart across 17', () => {
    expect(
      mergeRanges([
        { first: 0, end: 1 },
        { first: 17, end: 18 },
      ]),
    ).toEqual([{ first: 0, end: 18 }]);
    expect(
      mergeRanges([
        { first: 0, end: 1 },
        { first: 18, end: 19 },
      ]),
    ).toHaveLength(2);
  });

  it('that are none stay none, and those given are not changed', () => {
    expect(mergeRanges([])).toEqual([]);
    const given = Object.freeze([Object.freeze({ first: 4, end: 6 }), Object.freeze({ first: 0, end: 5 })]);
    expect(mergeRanges(given)).toEqual([{ first: 0, end: 6 }]);
  });
});
