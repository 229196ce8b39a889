import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsAt } from '../../../../../src/renderer/derive/as-of/counts-at';
import { progressAt } from '../../../../../src/renderer/derive/as-of/progress-at';
import { rowUnderWay } from '../../../../../src/renderer/derive/as-of/row-under-way';
import { sampleAt } from '../../../../../src/renderer/derive/as-of/samples-at';
import { workerStateAt } from '../../../../../src/renderer/derive/as-of/worker-state-at';
import { workerStatsAt } from '../../../../../src/renderer/derive/as-of/worker-stats-at';
import { workersAt } from '../../../../../src/renderer/derive/as-of/workers-at';
import { runExtent } from '../../../../../src/renderer/derive/run-extent';
import { runIndexOf } from '../../../../../src/renderer/derive/run-index';
import { runProgress } from '../../../../../src/renderer/derive/run-progress';
import { workerState } from '../../../../../src/renderer/derive/worker-state';
import { workerStats } from '../../../../../src/renderer/derive/worker-stats';
import type { Facts } from '../../../../../src/renderer/store/facts';
import { outcomeCode } from '../../../../../src/shared/telemetry';
import { factsUntil } from '../../../../fixtures/facts-until';
import { makeFacts } from '../../../../fixtures/make-run';

const options = fc.record({
  tasks: fc.integer({ min: 1, max: 60 }),
  workers: fc.integer({ min: 1, max: 5 }),
  chunksize: fc.integer({ min: 1, max: 5 }),
  depth: fc.integer({ min: 1, max: 3 }),
  failEvery: fc.constantFrom(3, 7, 1000),
  crash: fc.constantFrom(-1, 0, 1),
  seed: fc.nat(1000),
});

/** Some moment of a run: anywhere from before its begin to after its end. */
function momentOf(facts: Facts, share: number): number {
  const { originNs, endNs } = runExtent(facts);
  return originNs + (endNs - originNs) * (share * 1.1 - 0.05);
}
const share = fc.integer({ min: 0, max: 10_000 }).map((part) => part / 10_000);

/** Looks at every row. */
function slowCounts({ data }: Facts, atNs: number) {
  const { columns: c, length } = data.table;
  const at = (moments: Float64Array, row: number): boolean => (moments[row] ?? Number.NaN) <= atNs;
  let [completed, failed, lost, inFlight, first] = [0, 0, 0, 0, 0];
  for (let row = 0; row < length; row++) {
    const exitAt = data.workers[c.worker[row] ?? 0]?.exit?.at ?? Number.POSITIVE_INFINITY;
    if (c.outcome[row] === outcomeCode.completed && at(c.completed, row)) completed++;
    if (c.outcome[row] === outcomeCode.failed && at(c.completed, row)) failed++;
    if (c.outcome[row] === outcomeCode.lost && exitAt <= atNs) lost++;
    // Of a chunk that was lost only the tasks that had begun tell when it came.
    if (c.chunk[row] !== c.chunk[first]) first = row;
    const out = at(c.argsSent, row) && !at(c.argsReceived, first);
    const back = at(c.resultSent, row) && !at(c.resultReceived, row);
    if ((out || back) && exitAt > atNs) inFlight++;
  }
  const delivered = data.deliveredAt.array.subarray(0, data.deliveredAt.length).filter((moment) => moment <= atNs);
  let queueDepth = 0;
  for (let sample = 0; sample < data.queueAt.length; sample++) {
    if ((data.queueAt.array[sample] ?? 0) <= atNs) queueDepth = data.queueDepth.array[sample] ?? 0;
  }
  return { completed, failed, lost, inFlight, queueDepth, delivered: delivered.length };
}

describe('a run as of a moment', () => {
  it('counts what looking at every task counts', () => {
    fc.assert(
      fc.property(options, share, (made, part) => {
        const facts = makeFacts(made);
        const at = momentOf(facts, part);
        expect(countsAt(facts, at)).toEqual(slowCounts(facts, at));
      }),
      { numRuns: 300 },
    );
  });

  it('has each worker in the state in which a window that knows no more would show it', () => {
    fc.assert(
      fc.property(options, share, (made, part) => {
        const facts = makeFacts(made);
        const at = momentOf(facts, part);
        const live = factsUntil(facts, at);
        for (const worker of facts.data.workers) {
          const record = live.data.workers[worker.index];
          const lane = runIndexOf(facts).lanes[worker.index];
          const state = workerStateAt(worker, lane, facts.data.table.columns, at);
          const liveLane = runIndexOf(live).lanes[worker.index];
          const columns = live.data.table.columns;
          expect(state).toBe(record === undefined ? null : workerState(record, liveLane, columns));
          if (state === null || state === 'crashed' || lane === undefined) continue;
          expect(rowUnderWay(lane, at)).toBe(liveLane?.current() ?? -1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has the queue, the deliveries and the wall time that a window that knows no more would show', () => {
    fc.assert(
      fc.property(options, share, (made, part) => {
        const facts = makeFacts(made);
        const { endNs } = runExtent(facts);
        const at = Math.min(momentOf(facts, part), endNs);
        const { data, ...live } = factsUntil(facts, at);
        const { queueDepth, delivered } = countsAt(facts, at);
        expect(queueDepth).toBe(data.queueDepth.array[data.queueDepth.length - 1] ?? 0);
        expect(delivered).toBe(data.deliveredRows.length);
        expect(progressAt(facts, at).wallNs.value).toBe(runProgress({ data, ...live }).wallNs.value);
      }),
    );
  });

  it('comes to the figures of the whole run at its end', () => {
    fc.assert(
      fc.property(options, (made) => {
        const facts = makeFacts(made);
        const whole = runProgress(facts);
        const { wallNs, serialNs, speedup } = progressAt(facts, runExtent(facts).endNs);
        expect(wallNs.value).toBe(whole.wallNs.value);
        // A run that a crash has cut off has no end, and counts here until then.
        if (made.crash === -1) {
          expect(serialNs.value).toBeCloseTo(whole.serialNs.value, -1);
          expect(speedup.value).toBeCloseTo(whole.speedup.value, 6);
        }
        expect(countsAt(facts, runExtent(facts).endNs).completed).toBe(whole.done);
      }),
    );
  });

  it('has of each worker the figures that looking at its tasks and samples gives', () => {
    fc.assert(
      fc.property(options, share, (made, part) => {
        const facts = makeFacts(made);
        const at = momentOf(facts, part);
        const { data } = facts;
        const { columns, length } = data.table;
        for (const worker of data.workers) {
          const stats = workerStatsAt(facts, worker, at);
          let [done, busy, last] = [0, 0, -1];
          for (let row = 0; row < length; row++) {
            if (columns.worker[row] !== worker.index) continue;
            const read = (columns.completed[row] ?? Number.NaN) <= at;
            if (columns.outcome[row] === outcomeCode.completed && read) done++;
            const begin = columns.argsLoadsBegin[row] ?? Number.NaN;
            const until = Math.min(columns.resultDumpsEnd[row] || worker.exit?.at || at, at);
            if (begin < until) busy += until - begin;
          }
          for (let sample = 0; sample < data.sampleAt.length; sample++) {
            const own = data.sampleWorker.array[sample] === worker.index;
            if (own && (data.sampleAt.array[sample] ?? 0) <= at) last = sample;
          }
          expect(sampleAt(data, worker.index, at)).toBe(last);
          if (stats === null) {
            expect(worker.spawnedAt).toBeGreaterThan(at);
            continue;
          }
          expect(stats.done).toBe(done);
          const ready = worker.readyAt ?? Number.POSITIVE_INFINITY;
          const alive = Math.min(at, worker.exit?.at ?? at) - ready;
          if (ready > at || alive <= 0) expect(stats.busyShare).toBeNaN();
          else expect(stats.busyShare).toBeCloseTo(Math.min(1, busy / alive), 6);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('has of each worker at the end what the whole run has', () => {
    const facts = makeFacts({ tasks: 60, workers: 3, failEvery: 7, chunksize: 2 });
    for (const worker of facts.data.workers) {
      const { busyShare, state, ...stats } = workerStats(facts, worker);
      expect(workerStatsAt(facts, worker, worker.exit?.at ?? 0)).toMatchObject({ ...stats, state });
      expect(workerStatsAt(facts, worker, worker.exit?.at ?? 0)?.busyShare).toBeCloseTo(busyShare, 6);
    }
  });

  it('grows no number backwards', () => {
    fc.assert(
      fc.property(options, share, share, (made, one, other) => {
        const facts = makeFacts(made);
        const [early, late] = [momentOf(facts, Math.min(one, other)), momentOf(facts, Math.max(one, other))];
        const [before, after] = [countsAt(facts, early), countsAt(facts, late)];
        for (const name of ['completed', 'failed', 'lost', 'delivered'] as const)
          expect(after[name]).toBeGreaterThanOrEqual(before[name]);
        expect(progressAt(facts, late).serialNs.value).toBeGreaterThanOrEqual(
          progressAt(facts, early).serialNs.value - 1,
        );
      }),
    );
  });

  it('names one process a slot: the latest that had been started', () => {
    const facts = makeFacts({ tasks: 40, workers: 3, chunksize: 2, crash: 1 });
    const exit = facts.data.workers[1]?.exit?.at ?? 0;
    const at = (moment: number) =>
      workersAt(facts, moment).map(({ worker, state }) => [worker.slot, worker.index, state]);
    expect(at(exit)).toEqual(expect.arrayContaining([[1, 1, 'crashed']]));
    expect(at(exit + 2e6)).toEqual(expect.arrayContaining([[1, 3, 'booting']]));
    expect(at(exit + 2e6)).toHaveLength(3);
    expect(at(-1)).toEqual([]);
  });
});
