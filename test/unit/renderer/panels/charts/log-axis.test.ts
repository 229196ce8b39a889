import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteTicksLog, logScale, timeTicksLog } from '../../../../../src/renderer/panels/bottom/charts/log-axis';
import { THIN_SPACE } from '../../../../../src/shared/format';

const texts = (ticks: readonly { text: string }[]): string[] => ticks.map(({ text }) => text.replace(THIN_SPACE, ' '));

describe('a logarithmic axis', () => {
  it('has powers of ten of time, closer ones where there is room', () => {
    const scale = logScale(1e3, 1e7, 0, 400);
    expect(texts(timeTicksLog(scale, 60))).toEqual(['1 µs', '10 µs', '100 µs', '1 ms', '10 ms']);
    expect(texts(timeTicksLog(scale, 120))).toEqual(['10 µs', '1 ms']);
    expect(texts(timeTicksLog(logScale(1e6, 1e7, 0, 400), 60))).toEqual(['1 ms', '2 ms', '5 ms', '10 ms']);
  });

  it('has powers of two of bytes', () => {
    expect(texts(byteTicksLog(logScale(1, 2 ** 20, 0, 400), 60))).toEqual([
      '1 B',
      '16 B',
      '256 B',
      '4 KB',
      '64 KB',
      '1 MB',
    ]);
  });

  it('never crowds its ticks, and keeps them inside', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 2, max: 20 }),
        fc.integer({ min: 50, max: 1500 }),
        fc.integer({ min: 20, max: 80 }),
        (from, doublings, px, gap) => {
          const scale = logScale(2 ** from, 2 ** (from + doublings), 0, px);
          for (const ticks of [timeTicksLog(scale, gap), byteTicksLog(scale, gap)]) {
            for (const [at, tick] of ticks.entries()) {
              expect(tick.at).toBeGreaterThanOrEqual(0);
              expect(tick.at).toBeLessThanOrEqual(px);
              const next = ticks[at + 1];
              if (next !== undefined) expect(next.at - tick.at).toBeGreaterThanOrEqual(gap);
            }
          }
        },
      ),
    );
  });
});
