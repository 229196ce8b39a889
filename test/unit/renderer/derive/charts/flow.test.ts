import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flow } from '../../../../../src/renderer/derive/charts/flow';
import { finishedRows } from '../../../../../src/renderer/derive/charts/rows-of';
import { stretchOf } from '../../../../../src/renderer/derive/charts/scope';
import { runExtent } from '../../../../../src/renderer/derive/run-extent';
import type { Facts } from '../../../../../src/renderer/store/facts';
import { nanos } from '../../../../../src/shared/units';
import { makeFacts } from '../../../../fixtures/make-run';

function completions({ data }: Facts): number[] {
  return [...data.table.columns.completed.subarray(0, data.table.length)].filter((at) => !Number.isNaN(at));
}

/** The slow, obvious way: the depth that stands when the bin begins, and each that follows within it. */
function slowDepth({ data }: Facts, fromNs: number, toNs: number): number {
  let deepest = 0;
  for (let sample = 0; sample < data.queueAt.length; sample++) {
    const at = data.queueAt.array[sample] ?? 0;
    const next = sample + 1 < data.queueAt.length ? (data.queueAt.array[sample + 1] ?? 0) : Number.POSITIVE_INFINITY;
    if (at <= toNs && next > fromNs) deepest = Math.max(deepest, data.queueDepth.array[sample] ?? 0);
  }
  return deepest;
}

describe('throughput and queue depth over time', () => {
  it('count every result in one bin, and know the deepest queue of each', () => {
    fc.assert(
      fc.property(
        fc.record({
          tasks: fc.integer({ min: 1, max: 120 }),
          workers: fc.integer({ min: 1, max: 4 }),
          chunksize: fc.integer({ min: 1, max: 6 }),
          seed: fc.nat(500),
        }),
        fc.integer({ min: 1, max: 60 }),
        (options, wanted) => {
          const facts = makeFacts(options);
          const { bins, stepNs } = flow(facts, stretchOf(facts, null), null, wanted);
          const all = completions(facts);
          expect(bins.reduce((sum, { finished }) => sum + finished, 0)).toBe(all.length);
          for (const bin of bins) {
            expect(bin.toNs - bin.fromNs).toBeCloseTo(stepNs, 3);
            expect(bin.finished).toBe(all.filter((at) => at > bin.fromNs && at <= bin.toNs).length);
            expect(bin.depth).toBe(slowDepth(facts, bin.fromNs, bin.toNs));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('have bins of a round length, counted from the start of the run', () => {
    const facts = makeFacts({ tasks: 60, workers: 3 });
    const { originNs, endNs } = runExtent(facts);
    const stretch = { fromNs: originNs + 105e6, toNs: endNs };
    const { bins, stepNs } = flow(facts, stretch, null, 20);
    expect(stepNs).toBe(20e6);
    expect(bins[0]?.fromNs).toBe(originNs + 100e6);
  });

  it('give the rate of a bin over the part of it that has passed', () => {
    const facts = makeFacts({ tasks: 200, workers: 4, batchNs: 210e6, stopAfter: 1 });
    const { bins } = flow(facts, { fromNs: 0, toNs: 1e9 }, null, 10);
    const last = bins.at(-1);
    expect(last).toMatchObject({ fromNs: 200e6, toNs: 300e6 });
    expect(last?.rate).toBeCloseTo((last?.finished ?? 0) / 0.01, 6);
  });

  it('count runs of the lanes of a range, and find the rows of a bin', () => {
    const facts = makeFacts({ tasks: 50, workers: 2 });
    const { columns } = facts.data.table;
    const range = { startNs: nanos(0), endNs: nanos(facts.now), workers: [1] };
    const { bins } = flow(facts, { fromNs: 0, toNs: facts.now }, range, 8);
    const [, , third] = bins;
    const rows = finishedRows(facts, range, third?.fromNs ?? 0, third?.toNs ?? 0);
    expect(rows).toHaveLength(third?.finished ?? -1);
    expect(rows.every((row) => columns.worker[row] === 1)).toBe(true);
    expect(finishedRows(facts, null, 0, facts.now)).toHaveLength(50);
  });
});
