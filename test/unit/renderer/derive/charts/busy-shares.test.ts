import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUSY_PARTS, busyShares } from '../../../../../src/renderer/derive/charts/busy-shares';
import { laneOrder } from '../../../../../src/renderer/derive/lane-order';
import { runExtent } from '../../../../../src/renderer/derive/run-extent';
import { type Facts, noFacts } from '../../../../../src/renderer/store/facts';
import { nanos } from '../../../../../src/shared/units';
import { makeFacts } from '../../../../fixtures/make-run';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The slow, obvious way: every row of the worker that has ended, cut to the stretch. */
function slowRunNs({ data }: Facts, worker: number, fromNs: number, toNs: number): number {
  const { columns, length } = data.table;
  let ns = 0;
  for (let row = 0; row < length; row++) {
    const begin = columns.runBegin[row] ?? Number.NaN;
    const end = columns.runEnd[row] ?? Number.NaN;
    if (columns.worker[row] !== worker || Number.isNaN(begin) || Number.isNaN(end)) continue;
    ns += Math.max(0, Math.min(end, toNs) - Math.max(begin, fromNs));
  }
  return ns;
}

describe('what each worker did with its time', () => {
  it('never comes to more than the stretch, and run is what its rows ran within it', () => {
    fc.assert(
      fc.property(
        fc.record({
          tasks: fc.integer({ min: 1, max: 80 }),
          workers: fc.integer({ min: 1, max: 5 }),
          seed: fc.nat(500),
        }),
        fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
        (options, [a, b]) => {
          const facts = makeFacts(options);
          const { originNs, endNs } = runExtent(facts);
          const at = (share: number) => nanos(originNs + share * (endNs - originNs));
          const scope = { startNs: at(Math.min(a, b)), endNs: at(Math.max(a, b)), workers: null };
          const { workers, stretchNs } = busyShares(facts, scope);
          for (const { worker, ns } of workers) {
            expect(sum(Object.values(ns))).toBeLessThanOrEqual(stretchNs + 1);
            for (const part of BUSY_PARTS) expect(ns[part]).toBeGreaterThanOrEqual(0);
            const slow = slowRunNs(facts, worker, scope.startNs, scope.endNs);
            expect(Math.abs(ns.run - slow)).toBeLessThan(1);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('covers all of a worker that lived through the whole run', () => {
    const facts = makeFacts({ tasks: 40, workers: 2 });
    const { workers, stretchNs } = busyShares(facts, null);
    const [first] = workers;
    expect(sum(Object.values(first?.ns ?? {})) / stretchNs).toBeCloseTo(1, 6);
    expect(first?.ns.boot).toBeGreaterThan(60e6);
  });

  it('counts the task that a worker is at until now', () => {
    const halfway = makeFacts({ tasks: 4, workers: 1, chunksize: 1, meanNs: 400e6, batchNs: 150e6, stopAfter: 1 });
    const [only] = busyShares(halfway, null).workers;
    const begin = halfway.data.table.columns.runBegin[0] ?? Number.NaN;
    expect(halfway.data.table.columns.runEnd[0]).toBeNaN();
    expect(only?.ns.run).toBeCloseTo(halfway.now - begin, 0);
  });

  it('stands in the order of the lanes, a replacement after the process that it replaces', () => {
    const facts = makeFacts({ tasks: 60, workers: 3, crash: 0 });
    expect(busyShares(facts, null).workers.map(({ worker }) => worker)).toEqual(laneOrder(facts.data.workers));
    expect(laneOrder(facts.data.workers)).toEqual([0, 3, 1, 2]);
  });

  it('is cut to the workers of a range, and says how many were left out', () => {
    const facts = makeFacts({ tasks: 60, workers: 4 });
    const range = { startNs: nanos(0), endNs: nanos(1e9), workers: [2, 1] };
    expect(busyShares(facts, range).workers.map(({ worker }) => worker)).toEqual([1, 2]);
    expect(busyShares(facts, null, 3)).toMatchObject({ leftOut: 1 });
  });

  it('is nothing before the first run', () => {
    expect(busyShares(noFacts(), null)).toEqual({ stretchNs: 0, workers: [], leftOut: 0 });
  });
});
