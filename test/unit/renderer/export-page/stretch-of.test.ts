import { describe, expect, test } from 'vitest';
import { stretchOf } from '../../../../src/renderer/export-page/stretch-of';

const run = { originNs: 1e6, endNs: 101e6 };
const ALL = { startNs: null, endNs: null, atNs: null, seen: null };
const SEEN = {
  scrollTop: 0,
  arrangement: { order: [], collapsed: [], heights: [], only: null },
  selection: [],
  focusedRow: null,
  range: null,
  measure: null,
  evidence: [],
  notes: [],
  filter: '',
};

describe('the stretch of a picture', () => {
  test('counts from the begin of the run, and ends with it where nothing else is said', () => {
    expect(stretchOf(run, { ...ALL, startNs: 20e6 })).toEqual({ startNs: 21e6, endNs: 101e6 });
    expect(stretchOf(run, { ...ALL, startNs: 20e6, endNs: 30e6 })).toEqual({ startNs: 21e6, endNs: 31e6 });
    expect(stretchOf(run, { ...ALL, endNs: 200e6 })).toEqual({ startNs: 1e6, endNs: 201e6 });
  });

  test.each([
    [{ startNs: 9e9, endNs: 10e9 }, 'There is nothing to draw from 9.00 s on: the run is over after 100 ms.'],
    [{ startNs: 9e9 }, 'There is nothing to draw from 9.00 s on: the run is over after 100 ms.'],
    [{ startNs: -2e6, endNs: -1e6 }, 'There is nothing to draw up to -1.00 ms: the run begins at 0.'],
    [{ atNs: -5e6 }, 'There is nothing to draw as of -5.00 ms: the run begins at 0.'],
  ])('is refused outside of the run: %j', (asked, sentence) => {
    const words = (): string => {
      try {
        stretchOf(run, { ...ALL, ...asked });
        return '';
      } catch (error) {
        return String((error as Error).message).replaceAll(/\s/g, ' ');
      }
    };
    expect(words()).toBe(sentence);
  });

  test('of a window is drawn wherever it is', () => {
    expect(stretchOf(run, { ...ALL, startNs: 9e9, endNs: 10e9, seen: SEEN })).toEqual({
      startNs: 9.001e9,
      endNs: 10.001e9,
    });
  });
});
