import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, bothExtent } from '../../../../../src/renderer/derive/compare/align';
import { runExtent } from '../../../../../src/renderer/derive/run-extent';
import { type Facts, noFacts } from '../../../../../src/renderer/store/facts';
import { noView } from '../../../../../src/renderer/store/view';
import { sharedView, shifted } from '../../../../../src/renderer/timeline/beside/beside-view';
import { nanos } from '../../../../../src/shared/units';
import { makeFacts } from '../../../../fixtures/make-run';

/** The same run as it would be on a clock that began earlier. */
function later(facts: Facts, byNs: number): Facts {
  const workers = facts.data.workers.map((worker) => ({ ...worker, spawnedAt: worker.spawnedAt + byNs }));
  return {
    ...facts,
    now: facts.now + byNs,
    calledAt: facts.calledAt === null ? null : facts.calledAt + byNs,
    ended: facts.ended === null ? null : { ...facts.ended, at: facts.ended.at + byNs },
    data: { ...facts.data, workers },
  };
}

const a = makeFacts({ tasks: 12, workers: 2 });

describe('two runs on aligned clocks', () => {
  it('have their calls at the same place, or their first workers', () => {
    const b = later(makeFacts({ tasks: 40, workers: 4, seed: 2 }), 5e9);
    const byCall = align(a, b, 'call');
    expect((a.calledAt ?? 0) + byCall.offsetNs).toBe(b.calledAt);
    const bySpawn = align(a, b, 'spawn');
    expect((a.data.workers[0]?.spawnedAt ?? 0) + bySpawn.offsetNs).toBe(b.data.workers[0]?.spawnedAt);
    expect([byCall.by, bySpawn.by]).toEqual(['call', 'spawn']);
  });

  it('are as far apart as their clocks, whatever those are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.constantFrom('call', 'spawn' as const), (byNs, wanted) => {
        const aligned = align(a, later(a, byNs), wanted as 'call' | 'spawn');
        expect(aligned.offsetNs).toBe(byNs);
        expect(aligned.zeroB - aligned.zeroA).toBe(byNs);
      }),
    );
  });

  it('are aligned by their first workers while one has not made its call', () => {
    expect(align({ ...a, calledAt: null }, a, 'call').by).toBe('spawn');
  });

  it('reach from the first to the last moment of both', () => {
    const b = later(makeFacts({ tasks: 400, workers: 2 }), 3e9);
    const { offsetNs } = align(a, b, 'call');
    const both = bothExtent(a, b, offsetNs);
    const [ofA, ofB] = [runExtent(a), runExtent(b)];
    expect(both.originNs).toBe(Math.min(ofA.originNs, ofB.originNs - offsetNs));
    expect(both.endNs).toBe(Math.max(ofA.endNs, ofB.endNs - offsetNs));
  });

  it('are those of the run beside alone, before there is another', () => {
    const { offsetNs } = align(noFacts(), a, 'call');
    expect(offsetNs).toBe(0);
    expect(bothExtent(noFacts(), a, offsetNs)).toEqual(runExtent(a));
  });
});

describe('the view of the run beside', () => {
  it('keeps every moment: there and back is where it was', () => {
    fc.assert(
      fc.property(fc.integer({ max: 1e12 }), fc.integer({ min: 1, max: 1e12 }), fc.integer(), (start, span, by) => {
        const viewport = { startNs: nanos(start), endNs: nanos(start + span) };
        expect(shifted(shifted(viewport, by), -by)).toEqual(viewport);
        const beside = sharedView({ ...noView(), viewport, measure: viewport }, by);
        expect(beside.viewport.endNs - beside.viewport.startNs).toBe(span);
        expect(beside.measure).toEqual(beside.viewport);
      }),
    );
  });

  it('names no workers of the other run', () => {
    const range = { startNs: nanos(1), endNs: nanos(2), workers: [3] };
    expect(sharedView({ ...noView(), range }, 10).range).toEqual({ startNs: 11, endNs: 12, workers: null });
  });
});
