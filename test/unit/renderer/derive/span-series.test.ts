import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pixelColumns } from '../../../../src/renderer/derive/pixel-columns';
import { BLOCK, SpanSeries } from '../../../../src/renderer/derive/span-series';

/** Spans of three parts whose moments ascend from span to span; `overlap` lets the next begin before the last ends. */
const spans = (overlap: boolean) =>
  fc.array(fc.tuple(fc.nat(50), fc.nat(20), fc.nat(20), fc.nat(20)), { maxLength: 200 }).map((lengths) => {
    let last = [0, 0, 0, 0];
    return lengths.map(([gap, ...parts]) => {
      const begin = (overlap ? (last[0] ?? 0) : (last[3] ?? 0)) + gap;
      let at = begin;
      const moments = [begin];
      for (const [index, part] of parts.entries()) {
        at = Math.max(at + part, last[index + 1] ?? 0);
        moments.push(at);
      }
      last = moments;
      return moments;
    });
  });

function seriesOf(all: readonly number[][], onRead = (): void => undefined): SpanSeries {
  const series = new SpanSeries(3, true, (span, into) => {
    onRead();
    into.set(all[span] ?? []);
  });
  for (const _ of all) series.append();
  return series;
}

/** The slow, obvious way. */
function timeBetween(all: readonly number[][], part: number, from: number, to: number): number {
  let sum = 0;
  for (const moments of all) {
    sum += Math.max(0, Math.min(moments[part + 1] ?? 0, to) - Math.max(moments[part] ?? 0, from));
  }
  return sum;
}

describe('a series of spans', () => {
  it.each([true, false])(
    'knows the time of each part before any moment, as adding them up does (overlap: %s)',
    (overlap) => {
      fc.assert(
        fc.property(
          spans(overlap),
          fc.array(fc.integer({ min: -10, max: 4000 }), { maxLength: 30 }),
          (all, moments) => {
            const series = seriesOf(all);
            const until = new Float64Array(3);
            for (const at of moments) {
              series.timeUntil(at, until);
              for (let part = 0; part < 3; part++) expect(until[part]).toBe(timeBetween(all, part, -1e9, at));
            }
          },
        ),
      );
    },
  );

  it('gives each pixel column the share that its parts take there, whatever the zoom', () => {
    fc.assert(
      fc.property(
        spans(true),
        fc.integer({ min: -50, max: 2000 }),
        fc.integer({ min: 1, max: 90 }),
        (all, startNs, nsPerPx) => {
          const columns = new Float32Array(40 * 3);
          pixelColumns(seriesOf(all), { startNs, nsPerPx }, 0, 40, columns);
          for (let x = 0; x < 40; x++) {
            const from = startNs + x * nsPerPx;
            for (let part = 0; part < 3; part++) {
              expect(columns[x * 3 + part]).toBeCloseTo(timeBetween(all, part, from, from + nsPerPx) / nsPerPx, 4);
            }
          }
        },
      ),
    );
  });

  it('may blur by less than it is told, and loses nothing', () => {
    fc.assert(
      fc.property(
        spans(true),
        fc.array(fc.nat(4000), { maxLength: 30 }),
        fc.integer({ min: 1, max: 2000 }),
        (all, moments, blur) => {
          const series = seriesOf(all);
          const until = new Float64Array(3);
          for (const at of moments) {
            series.timeUntil(at, until, blur);
            for (let part = 0; part < 3; part++) {
              const sooner = timeBetween(all, part, -1e9, at - blur);
              const later = timeBetween(all, part, -1e9, at + blur);
              expect(until[part]).toBeGreaterThanOrEqual(sooner - 1e-6);
              expect(until[part]).toBeLessThanOrEqual(later + 1e-6);
            }
          }
          series.timeUntil(1e9, until, blur);
          for (let part = 0; part < 3; part++) expect(until[part]).toBe(timeBetween(all, part, -1e9, 1e9));
        },
      ),
    );
  });

  it('finds the first span that ends after a moment', () => {
    fc.assert(
      fc.property(spans(false), fc.integer({ min: -10, max: 4000 }), (all, at) => {
        const found = all.findIndex((moments) => (moments[3] ?? 0) > at);
        expect(seriesOf(all).firstEndingAfter(at)).toBe(found === -1 ? all.length : found);
      }),
    );
  });

  it('is the same however many spans came in since the last lookup', () => {
    fc.assert(
      fc.property(spans(false), fc.nat(4000), (all, at) => {
        const growing = new SpanSeries(3, true, (span, into) => into.set(all[span] ?? []));
        const until = new Float64Array(3);
        for (const _ of all) {
          growing.append();
          growing.timeUntil(at, until);
        }
        const expected = new Float64Array(3);
        seriesOf(all).timeUntil(at, expected);
        expect([...until]).toEqual(all.length === 0 ? [0, 0, 0] : [...expected]);
      }),
    );
  });

  it('reads no more spans for a picture of a million than for one of a thousand', () => {
    const readsFor = (count: number): number => {
      let reads = 0;
      const series = new SpanSeries(1, false, (span, into) => {
        reads++;
        into[0] = span * 10;
        into[1] = span * 10 + 9;
      });
      for (let span = 0; span < count; span++) series.append();
      reads = 0;
      const width = 1000;
      const nsPerPx = (count * 10) / width;
      pixelColumns(series, { startNs: 0, nsPerPx }, 0, width, new Float32Array(width), nsPerPx / 2);
      return reads;
    };
    for (const count of [1_000, 5_000, 10_000]) expect(readsFor(count)).toBeLessThanOrEqual(1001 * (BLOCK + 1));
    // Where a block is less than half a column wide, no span is read at all.
    expect(readsFor(1_000_000)).toBe(0);
  });
});
