import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WORK_PARTS } from '../../../../src/renderer/derive/lane-index';
import { pixelColumns } from '../../../../src/renderer/derive/pixel-columns';
import { RunIndex, runIndexOf } from '../../../../src/renderer/derive/run-index';
import { createFactsStore, type Facts, takeEvent } from '../../../../src/renderer/store/facts';
import { outcomeCode } from '../../../../src/shared/telemetry';
import { type MakeRunOptions, makeFacts, makeRun } from '../../../fixtures/make-run';

const runs = fc.record({
  tasks: fc.integer({ min: 1, max: 120 }),
  workers: fc.integer({ min: 1, max: 5 }),
  chunksize: fc.integer({ min: 1, max: 7 }),
  depth: fc.integer({ min: 1, max: 3 }),
  failEvery: fc.constantFrom(3, 10, 1000),
  crash: fc.constantFrom(-1, 0, 1),
  seed: fc.nat(1000),
}) satisfies fc.Arbitrary<MakeRunOptions>;

/** Time that a worker spent on run in a stretch, row by row. */
function runTime({ data }: Facts, worker: number, from: number, to: number): number {
  const { columns, length } = data.table;
  let sum = 0;
  for (let row = 0; row < length; row++) {
    const begin = columns.runBegin[row] ?? Number.NaN;
    if (columns.worker[row] !== worker || Number.isNaN(begin)) continue;
    const measured = columns.runEnd[row] ?? Number.NaN;
    const end = Number.isNaN(measured) ? (data.workers[worker]?.exit?.at ?? begin) : measured;
    sum += Math.max(0, Math.min(end, to) - Math.max(begin, from));
  }
  return sum;
}

describe('the index of a run', () => {
  it('gives each worker the run time that its rows have, in every pixel column', () => {
    fc.assert(
      fc.property(runs, fc.integer({ min: 1, max: 60 }), (options, width) => {
        const facts = makeFacts(options);
        const index = runIndexOf(facts);
        const nsPerPx = facts.now / width;
        const columns = new Float32Array(width * 3);
        for (const worker of facts.data.workers.keys()) {
          const lane = index.lanes[worker];
          if (lane === undefined) continue;
          pixelColumns(lane.work, { startNs: 0, nsPerPx }, 0, width, columns);
          for (let x = 0; x < width; x++) {
            const expected = runTime(facts, worker, x * nsPerPx, (x + 1) * nsPerPx) / nsPerPx;
            expect(columns[x * 3 + WORK_PARTS.run]).toBeCloseTo(expected, 4);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is the same whether a run arrives at once or in many batches', () => {
    fc.assert(
      fc.property(runs, fc.integer({ min: 5, max: 80 }), (options, batchMs) => {
        const whole = new RunIndex(makeFacts(options).data);
        whole.update();
        const store = createFactsStore();
        let piecewise: RunIndex | undefined;
        for (const event of makeRun({ ...options, batchNs: batchMs * 1e6 })) {
          takeEvent(store, event);
          piecewise = runIndexOf(store.getState());
        }
        expect(shape(piecewise)).toEqual(shape(whole));
      }),
      { numRuns: 60 },
    );
  });

  it('counts a crash: rows lost, tasks run again in another lane', () => {
    const facts = makeFacts({ tasks: 16, workers: 2, chunksize: 2, crash: 0 });
    const { lanes, totals } = runIndexOf(facts);
    expect(lanes[0]?.counts[outcomeCode.lost]).toBe(2);
    expect(totals.completed).toBe(16);
    expect(lanes[2]?.counts[outcomeCode.completed]).toBeGreaterThan(0);
    expect([...(lanes[0]?.troubles.tail(0) ?? [])]).toHaveLength(2);
  });

  it('shows what a worker is busy with before it has finished', () => {
    const facts = makeFacts({ tasks: 8, workers: 2, chunksize: 4, batchNs: 130e6, stopAfter: 1 });
    const lane = runIndexOf(facts).lanes[0];
    const current = lane?.current() ?? -1;
    expect(current).toBeGreaterThanOrEqual(0);
    expect(facts.data.table.columns.outcome[current]).toBe(outcomeCode.pending);
    expect(lane?.beginOf(current)).toBeLessThanOrEqual(130e6);
  });
});

function shape(index: RunIndex | undefined): unknown {
  return {
    totals: { ...index?.totals, runNs: 0, dumpsNs: 0, loadsNs: 0 },
    sums: [index?.totals.runNs, index?.totals.dumpsNs, index?.totals.loadsNs].map((sum) => Math.round((sum ?? 0) / 10)),
    loaded: [...(index?.caller.loadedRows.tail(0) ?? [])],
    dumped: [...(index?.caller.dumpedRows.tail(0) ?? [])],
    lanes: index?.lanes.map((lane) => ({
      rows: [...(lane?.rows.tail(0) ?? [])],
      chunks: [...(lane?.chunkFirsts.tail(0) ?? [])],
      settled: lane?.chunks.length,
      troubles: [...(lane?.troubles.tail(0) ?? [])],
      counts: [...(lane?.counts ?? [])],
    })),
  };
}
