import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDGES, heightsOf, plotOf } from '../../../../../src/renderer/lessons/drawn/axes';
import { isWhole, nothingDrawn, withPoint, withStroke } from '../../../../../src/renderer/lessons/drawn/draw';
import { gapRows, verdict } from '../../../../../src/renderer/lessons/drawn/gap';
import type { DrawnPrediction } from '../../../../../src/renderer/lessons/lesson';

function predictionOf(y: DrawnPrediction['y'], values: readonly number[] = [1, 2, 4, 8]): DrawnPrediction {
  return {
    kind: 'drawn',
    question: 'How long?',
    x: { label: 'Workers', unit: '', values },
    y,
    values: {},
    answeredBy: () => true,
    truth: () => [],
    because: () => '',
  };
}

const linear = predictionOf({ label: 'Wall time', unit: 'ms', max: 100 });
const log = predictionOf({ label: 'Wall time', unit: 'ms', max: 1000, min: 0.01, scale: 'log' });

describe.each([
  ['linear', linear],
  ['logarithmic', log],
] as const)('a %s axis', (_, prediction) => {
  const heights = heightsOf(prediction);

  it('gives back the share of every value that it makes of a share', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        expect(heights.shareOf(heights.valueAt(share))).toBeCloseTo(share, 6);
      }),
    );
  });

  it('keeps what lies outside at its edges', () => {
    expect(heights.shareOf(1e9)).toBe(1);
    expect(heights.shareOf(0)).toBe(0);
    expect(heights.shareOf(-1)).toBe(0);
  });

  it('grows for what was measured, and never cuts it off', () => {
    const grown = heightsOf(prediction, [null, 5000, null, null]);
    expect(grown.valueAt(1)).toBeGreaterThanOrEqual(5000);
    expect(grown.shareOf(100)).toBeLessThan(heights.shareOf(100));
  });
});

it('marks each power of ten of a logarithmic axis, and nothing between', () => {
  expect(heightsOf(log).ticks).toEqual([0.01, 0.1, 1, 10, 100, 1000]);
});

describe('the plot', () => {
  const size = { width: 300, height: 200 };
  const plot = plotOf(linear, [], size);

  it('finds the x that is nearest to the pointer, also beyond its edges', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 400 }), (px) => {
        const distances = linear.x.values.map((_, index) => Math.abs(plot.xOf(index) - px));
        const { index } = plot.at({ x: px, y: 0 });
        expect(distances[index]).toBeCloseTo(Math.min(...distances), 6);
      }),
    );
  });

  it('says of a point that it draws where it was drawn', () => {
    const { index, share } = plot.at({ x: plot.xOf(2), y: plot.yOf(40) });
    expect(index).toBe(2);
    expect(share).toBeCloseTo(0.4, 6);
    expect(plot.yOf(0)).toBe(size.height - EDGES.bottom);
    expect(plot.yOf(100)).toBe(EDGES.top);
  });
});

describe('a stroke', () => {
  const heights = heightsOf(linear);

  it('passes every x between two places on a straight line', () => {
    const drawn = withStroke(nothingDrawn(4), heights, { index: 0, share: 0.2 }, { index: 3, share: 0.8 });
    expect(drawn.map((value) => (value === null ? null : Math.round(value)))).toEqual([null, 40, 60, 80]);
  });

  it('goes either way alike', () => {
    const back = withStroke(nothingDrawn(4), heights, { index: 3, share: 0.8 }, { index: 0, share: 0.2 });
    expect(back.map((value) => (value === null ? null : Math.round(value)))).toEqual([20, 40, 60, null]);
  });

  it('touches only what lies on its way', () => {
    fc.assert(
      fc.property(fc.nat(3), fc.nat(3), fc.double({ min: 0, max: 1, noNaN: true }), (a, b, share) => {
        const drawn = withStroke([1, 2, 3, 4], heights, { index: a, share }, { index: b, share });
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        for (const [index, value] of drawn.entries()) if (index < from || index > to) expect(value).toBe(index + 1);
      }),
    );
  });

  it('has said something only when every point is drawn', () => {
    const half = withPoint(nothingDrawn(2), heights, { index: 0, share: 0 });
    expect(isWhole(half)).toBe(false);
    expect(isWhole(withPoint(half, heights, { index: 1, share: 1 }))).toBe(true);
  });
});

describe('the gap', () => {
  it('is told of the points that are known, in units and as a factor', () => {
    const rows = gapRows(linear, [50, 50, 20, 10], [100, 52, null, 1]);
    expect(rows).toEqual([
      { x: '1', said: '50 ms', measured: '100 ms', words: '2.0×', gap: 'more' },
      { x: '2', said: '50 ms', measured: '52 ms', words: 'as drawn', gap: 'near' },
      { x: '8', said: '10 ms', measured: '1 ms', words: '0.1×', gap: 'less' },
    ]);
  });

  it('of what was drawn at nothing is no factor', () => {
    expect(gapRows(linear, [0, 1, 1, 1], [60, null, null, null])[0]?.words).toBe('more');
  });

  it('is told so that it fits and can be read, however far off', () => {
    const words = (drawn: number, real: number) => gapRows(log, [drawn, 1, 1, 1], [real, null, null, null])[0]?.words;
    expect(words(79.4, 0.245)).toBe('1/324');
    expect(words(0.251, 349)).toBe('1,390×');
    expect(words(100, 12)).toBe('0.1×');
  });

  it.each([
    [[50, 50, 50, 50], 'As you drew.'],
    [[90, 50, 50, 50], 'More than you drew.'],
    [[50, 50, 50, 10], 'Less than you drew.'],
    [[90, 50, 50, 10], 'Otherwise than you drew.'],
  ])('of %j from 50 is: %s', (truth, words) => {
    expect(verdict(gapRows(linear, [50, 50, 50, 50], truth))).toBe(words);
  });
});
