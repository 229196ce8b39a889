import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextMoment, previousMoment } from '../../../../../src/renderer/derive/as-of/moments';
import { NO_ROW } from '../../../../../src/renderer/derive/row-cursor';
import { runIndexOf } from '../../../../../src/renderer/derive/run-index';
import type { Facts } from '../../../../../src/renderer/store/facts';
import { MOMENTS } from '../../../../../src/shared/telemetry';
import { makeFacts } from '../../../../fixtures/make-run';

/** Every moment of a run, in order: the slow way. */
function allMoments({ data, calledAt, ended }: Facts): number[] {
  const { columns, length } = data.table;
  const moments: number[] = [calledAt ?? Number.NaN, ended?.at ?? Number.NaN];
  for (let row = 0; row < length; row++) {
    for (const name of MOMENTS) if (name !== 'submitted') moments.push(columns[name][row] ?? Number.NaN);
  }
  for (const worker of data.workers) {
    for (const at of [worker.spawnedAt, worker.readyAt, worker.exitingAt, worker.exit?.at])
      moments.push(at ?? Number.NaN);
  }
  for (const { array, length: count } of [data.queueAt, data.deliveredAt, data.callbackAt])
    moments.push(...array.subarray(0, count));
  return [...new Set(moments.filter((at) => !Number.isNaN(at)))].sort((a, b) => a - b);
}

const options = fc.record({
  tasks: fc.integer({ min: 0, max: 60 }),
  workers: fc.integer({ min: 1, max: 5 }),
  chunksize: fc.integer({ min: 1, max: 5 }),
  depth: fc.integer({ min: 1, max: 3 }),
  failEvery: fc.constantFrom(3, 7, 1000),
  crash: fc.constantFrom(-1, 0, 1),
  seed: fc.nat(1000),
});

function forwards(facts: Facts): number[] {
  const seen: number[] = [];
  for (let at = Number.NEGATIVE_INFINITY; ; ) {
    at = nextMoment(facts, at);
    if (Number.isNaN(at)) return seen;
    seen.push(at);
  }
}

function backwards(facts: Facts): number[] {
  const seen: number[] = [];
  for (let at = Number.POSITIVE_INFINITY; ; ) {
    at = previousMoment(facts, at);
    if (Number.isNaN(at)) return seen.reverse();
    seen.push(at);
  }
}

describe('going from event to event', () => {
  it('comes by every moment of a run, once, in order, forwards and backwards', () => {
    fc.assert(
      fc.property(options, (made) => {
        const facts = makeFacts(made);
        const all = allMoments(facts);
        expect(forwards(facts)).toEqual(all);
        expect(backwards(facts)).toEqual(all);
      }),
    );
  });

  it('knows what was under way where a recording ends', () => {
    fc.assert(
      fc.property(options, fc.integer({ min: 1, max: 4 }), (made, stopAfter) => {
        const facts = makeFacts({ ...made, batchNs: 60e6, stopAfter });
        const seen = forwards(facts);
        expect(backwards(facts)).toEqual(seen);
        const known = new Set(allMoments(facts));
        expect(seen.filter((at) => !known.has(at))).toEqual([]);
        // What a worker is at is told of the task that it is at, and of each chunk on its way.
        for (const lane of runIndexOf(facts).lanes) {
          const current = lane?.current() ?? NO_ROW;
          if (current !== NO_ROW) expect(seen).toContain(lane?.beginOf(current));
        }
      }),
    );
  });

  it('comes by slices, moments and counters of a trace of another tool', () => {
    const facts = makeFacts({ tasks: 0, workers: 1 });
    const [begin, end] = [Float64Array.of(10, 40, 12), Float64Array.of(30, 50, 20)];
    const none = new Uint32Array(3);
    const marks = { at: Float64Array.of(5, 25), name: none };
    const texts = { process: 'p', name: 'n', pid: '1', tid: '1', nameText: none, category: none, args: none };
    facts.data.slices.lanes.push({ kind: 'thread', ...texts, rows: Uint32Array.of(0, 2, 3), begin, end, marks });
    const value = Float64Array.of(1);
    const series = [{ name: 's', at: Float64Array.of(33), value }];
    facts.data.slices.counters.push({ process: 'p', name: 'c', series });
    const early = forwards(facts).filter((at) => at > 0 && at < 60);
    expect(early).toEqual([5, 10, 12, 20, 25, 30, 33, 40, 50]);
    expect(backwards(facts)).toEqual(forwards(facts));
  });

  it('ends at both ends', () => {
    const facts = makeFacts({ tasks: 3, workers: 1 });
    const all = allMoments(facts);
    expect(nextMoment(facts, all.at(-1) ?? 0)).toBeNaN();
    expect(previousMoment(facts, all[0] ?? 0)).toBeNaN();
  });
});
