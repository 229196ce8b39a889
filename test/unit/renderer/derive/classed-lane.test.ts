import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClassedLane } from '../../../../src/renderer/derive/classed-lane';
import { byChunk, byClass, byOutcome, byPhase, type Classing, dimming } from '../../../../src/renderer/derive/classing';
import { runIndexOf } from '../../../../src/renderer/derive/run-index';
import { createFactsStore, type Facts, takeEvent } from '../../../../src/renderer/store/facts';
import { makeFacts, makeRun } from '../../../fixtures/make-run';

const facts = makeFacts({ tasks: 120, workers: 3, chunksize: 4, failEvery: 13, crash: 1 });
const { table } = facts.data;

/** The slow, obvious way: time of the tasks of a worker that are of a class, up to a moment. */
function timeOf(worker: number, classOf: (row: number) => number, wanted: number, until: number): number {
  const { columns, length } = table;
  const lane = runIndexOf(facts).lanes[worker];
  let sum = 0;
  for (let row = 0; row < length; row++) {
    if (columns.worker[row] !== worker || classOf(row) !== wanted || lane === undefined) continue;
    const begin = lane.beginOf(row);
    const ends = [columns.resultDumpsEnd[row], columns.runEnd[row], facts.data.workers[worker]?.exit?.at];
    const end = ends.find((moment) => moment !== undefined && !Number.isNaN(moment)) ?? 0;
    if (!Number.isNaN(begin)) sum += Math.max(0, Math.min(end, until) - begin);
  }
  return sum;
}

function classed(of: Facts, worker: number, classing: Classing): ClassedLane {
  const lane = runIndexOf(of).lanes[worker];
  if (lane === undefined) throw new Error(`worker ${worker} has no lane`);
  const made = new ClassedLane(lane, classing, of.data.table);
  made.extend(Number.POSITIVE_INFINITY);
  return made;
}

describe('a lane divided by colour', () => {
  it.each([
    ['chunk', byChunk(table), (row: number) => (table.columns.chunk[row] ?? 0) % 6],
    ['any class', byClass(4, (row) => (row * 7) % 4), (row: number) => (row * 7) % 4],
  ] as const)('by %s has as much time of each as adding it up has, up to any moment', (_, classing, classOf) => {
    fc.assert(
      fc.property(fc.nat(3), fc.double({ min: 0, max: 1, noNaN: true }), (worker, share) => {
        const { series } = classed(facts, worker, classing);
        const at = share * facts.now;
        const until = new Float64Array(classing.parts);
        series.timeUntil(at, until);
        for (let part = 0; part < classing.parts; part++) {
          expect(until[part]).toBeCloseTo(timeOf(worker, classOf, part, at), 3);
        }
      }),
    );
  });

  it('tells outcomes apart: by a retry, failed, lost with its worker, cancelled', () => {
    const classing = byOutcome(table);
    const classes = Array.from({ length: table.length }, (_, row) => classing.classOf(row, 0));
    expect(new Set(classes)).toEqual(new Set([0, 1, 2, 3, 4]));
    for (const [row, own] of classes.entries()) {
      if (own === 1) expect(table.columns.attempt[row]).toBeGreaterThan(1);
    }
  });

  it('keeps the phases of what matches, and has one part for all that does not', () => {
    const odd = { has: (row: number) => row % 2 === 1 };
    const { series } = classed(facts, 0, dimming(byPhase, odd));
    const lane = runIndexOf(facts).lanes[0];
    for (let span = 0; span < series.length; span++) {
      const row = lane?.rows.array[span] ?? 0;
      const work = [...(lane?.work.momentsOf(span) ?? [])];
      const [begin = 0, , , end = 0] = work;
      expect([...series.momentsOf(span)]).toEqual(row % 2 === 1 ? [...work, end] : [begin, begin, begin, begin, end]);
    }
    expect(series.length).toBe(lane?.work.length);
  });

  it('takes in only what can no longer change, however the batches fall', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(200), (batchMs, seed) => {
        const store = createFactsStore();
        let live: ClassedLane | undefined;
        for (const event of makeRun({ tasks: 60, workers: 2, chunksize: 3, crash: 1, batchNs: batchMs * 1e6, seed })) {
          takeEvent(store, event);
          const now = store.getState();
          const lane = runIndexOf(now).lanes[0];
          if (lane === undefined) continue;
          live ??= new ClassedLane(lane, byOutcome(now.data.table), now.data.table);
          live.extend(5);
        }
        live?.extend(Number.POSITIVE_INFINITY);
        const whole = classed(store.getState(), 0, byOutcome(store.getState().data.table));
        expect(live?.series.length).toBe(whole.series.length);
        for (let part = 0; part < 5; part++) {
          expect(live?.series.total(part)).toBeCloseTo(whole.series.total(part), 3);
        }
      }),
      { numRuns: 20 },
    );
  });
});
