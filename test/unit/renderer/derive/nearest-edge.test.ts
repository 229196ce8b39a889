import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestEdge, nearestMoment } from '../../../../src/renderer/derive/nearest-edge';
import { SpanSeries } from '../../../../src/renderer/derive/span-series';

/** Spans of two parts, one after the other. */
const spans = fc.array(fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)), { maxLength: 60 }).map((lengths) => {
  let at = 0;
  return lengths.map(([gap, first, second]) => {
    const begin = at + gap;
    at = begin + first + second;
    return [begin, begin + first, at] as const;
  });
});

/** Looks at all of them. */
function oracle(moments: readonly number[], at: number, reach: number): number {
  const distances = moments.map((moment) => Math.abs(moment - at));
  const least = Math.min(...distances);
  return least <= reach ? least : Number.NaN;
}

describe('the nearest edge', () => {
  it('is as near as that which a look at all spans finds', () => {
    fc.assert(
      fc.property(spans, fc.nat(1500), fc.nat(30), (all, at, reach) => {
        const series = new SpanSeries(2, false, (span, into) => into.set(all[span] ?? [0, 0, 0]));
        for (const _ of all) series.append();
        const found = nearestEdge(series, at, reach);
        expect(Math.abs(found - at)).toEqual(oracle(all.flat(), at, reach));
      }),
    );
  });

  it('of ascending moments is found, too', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000)), fc.nat(1000), fc.nat(30), (unsorted, at, reach) => {
        const moments = [...unsorted].sort((a, b) => a - b);
        const found = nearestMoment(moments, moments.length, at, reach);
        expect(Math.abs(found - at)).toEqual(oracle(moments, at, reach));
      }),
    );
  });
});
