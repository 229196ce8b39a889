import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IntervalPacker } from '../../../../src/renderer/derive/interval-packer';

type Stretch = readonly [begin: number, end: number];

const stretches: fc.Arbitrary<Stretch[]> = fc.array(
  fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 60 })).map(([begin, length]) => [begin, begin + length] as const),
  { maxLength: 120 },
);

/** The slow, obvious way. */
function mostAtOnce(all: readonly Stretch[]): number {
  return Math.max(0, ...all.map(([at]) => all.filter(([begin, end]) => begin <= at && at < end).length));
}

function overlaps(all: readonly Stretch[], lines: readonly number[]): boolean {
  return all.some(([begin, end], one) =>
    all.some(([from, to], other) => other > one && lines[other] === lines[one] && from < end && begin < to),
  );
}

describe('packing stretches of time', () => {
  it('lets none overlap in a line, and takes as few lines as there are stretches at one moment', () => {
    fc.assert(
      fc.property(stretches, (some) => {
        const all = [...some].sort((a, b) => a[0] - b[0]);
        const packer = new IntervalPacker();
        const lines = all.map(([begin, end]) => {
          const line = packer.place(begin);
          packer.end(line, end);
          return line;
        });
        expect(overlaps(all, lines)).toBe(false);
        expect(packer.lines).toBe(mostAtOnce(all));
      }),
    );
  });

  it('lets none overlap when they do not come in order, either', () => {
    fc.assert(
      fc.property(stretches, (all) => {
        const packer = new IntervalPacker();
        const lines = all.map(([begin, end]) => {
          const line = packer.place(begin);
          packer.end(line, end);
          return line;
        });
        expect(overlaps(all, lines)).toBe(false);
      }),
    );
  });

  it('keeps the line of what has not ended', () => {
    const packer = new IntervalPacker();
    expect(packer.place(0)).toBe(0);
    expect(packer.place(10)).toBe(1);
    packer.end(1, 20);
    expect(packer.place(30)).toBe(1);
    packer.end(0, 31);
    expect(packer.place(40)).toBe(0);
  });
});
