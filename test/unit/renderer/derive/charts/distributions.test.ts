import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barsOf, distributions, groupOf } from '../../../../../src/renderer/derive/charts/distributions';
import { DurationHistogram } from '../../../../../src/renderer/derive/duration-histogram';
import { runExtent } from '../../../../../src/renderer/derive/run-extent';
import { PHASES, phaseNanos } from '../../../../../src/shared/phases';
import { nanos } from '../../../../../src/shared/units';
import { makeFacts } from '../../../../fixtures/make-run';

function histogramOf(lengths: readonly number[]): DurationHistogram {
  const histogram = new DurationHistogram();
  for (const ns of lengths) histogram.add(ns);
  return histogram;
}

describe('bars of a histogram', () => {
  it('hold every task once, between their edges; what is shorter than the floor is in the first', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e12, noNaN: true }), { maxLength: 60 }),
        fc.constantFrom(1, 2, 4, 16),
        fc.constantFrom(16, 1024),
        (lengths, perDoubling, floorNs) => {
          const bars = barsOf(histogramOf(lengths), { perDoubling, floorNs });
          expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(lengths.length);
          for (const { group, fromNs, toNs, count } of bars) {
            expect(fromNs).toBeGreaterThanOrEqual(floorNs);
            const inside = lengths.filter((ns) => groupOf(ns, { perDoubling, floorNs }) === group);
            expect(inside).toHaveLength(count);
            for (const ns of inside) {
              expect(Math.max(floorNs, ns)).toBeGreaterThanOrEqual(fromNs);
              expect(Math.max(floorNs, ns)).toBeLessThan(toNs);
            }
          }
        },
      ),
      { numRuns: 80 },
    );
  });

  it('are a doubling wide, or a part of one', () => {
    const [bar] = barsOf(histogramOf([3000]), { perDoubling: 1, floorNs: 16 });
    expect(bar).toEqual({ group: 11, fromNs: 2048, toNs: 4096, count: 1 });
    expect(barsOf(histogramOf([3000]), { perDoubling: 2, floorNs: 16 })).toMatchObject([{ fromNs: 2048, toNs: 3072 }]);
  });
});

describe('how long each phase took', () => {
  it('is told of the phases that occur', () => {
    const facts = makeFacts({ tasks: 30 });
    const { phases, complete } = distributions(facts, null);
    expect(complete).toBe(true);
    expect(phases.map(({ phase }) => phase)).toEqual(PHASES);
    expect(phases.map(({ histogram }) => histogram.count)).toEqual(PHASES.map(() => 30));
  });

  it('is counted over the tasks of a range only', () => {
    const facts = makeFacts({ tasks: 80, workers: 3, chunksize: 1 });
    const { columns } = facts.data.table;
    const { originNs, endNs } = runExtent(facts);
    const middle = { startNs: nanos(originNs + 150e6), endNs: nanos(endNs - 100e6), workers: [1] };
    const inside = Array.from({ length: facts.data.table.length }, (_, row) => row).filter(
      (row) =>
        columns.worker[row] === 1 &&
        (columns.argsLoadsBegin[row] ?? 0) < middle.endNs &&
        (columns.resultDumpsEnd[row] ?? 0) > middle.startNs,
    );
    expect(inside.length).toBeGreaterThan(2);
    const { phases } = distributions(facts, middle);
    for (const { phase, histogram } of phases) {
      expect(histogram.count).toBe(inside.length);
      const sum = inside.reduce((total, row) => total + phaseNanos(columns, row, phase), 0);
      expect(histogram.sum).toBeCloseTo(sum, 0);
    }
  });
});
