import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binOf } from '../../../../src/renderer/derive/duration-histogram';
import { histogramOf } from '../../../../src/renderer/derive/phase-histograms';
import { type RunIndex, runIndexOf } from '../../../../src/renderer/derive/run-index';
import { createFactsStore, type Facts, takeEvent } from '../../../../src/renderer/store/facts';
import { PHASES, type Phase, phaseNanos } from '../../../../src/shared/phases';
import { outcomeCode } from '../../../../src/shared/telemetry';
import { type MakeRunOptions, makeFacts, makeRun } from '../../../fixtures/make-run';

const runs = fc.record({
  tasks: fc.integer({ min: 1, max: 120 }),
  workers: fc.integer({ min: 1, max: 5 }),
  chunksize: fc.integer({ min: 1, max: 7 }),
  failEvery: fc.constantFrom(3, 1000),
  crash: fc.constantFrom(-1, 0, 1),
  seed: fc.nat(1000),
}) satisfies fc.Arbitrary<MakeRunOptions>;

/** The slow, obvious way. */
function lengthsOf({ data }: Facts, phase: Phase): number[] {
  const { columns, length } = data.table;
  const lengths: number[] = [];
  for (let row = 0; row < length; row++) {
    const ns = phaseNanos(columns, row, phase);
    if (columns.outcome[row] !== outcomeCode.pending && !Number.isNaN(ns)) lengths.push(ns);
  }
  return lengths;
}

function counts(index: RunIndex, phase: Phase): number[] {
  return [...histogramOf(index, phase).counts];
}

describe('histograms of the phases', () => {
  it('hold each phase of each row that has come to its end, once', () => {
    fc.assert(
      fc.property(runs, (options) => {
        const facts = makeFacts(options);
        const index = runIndexOf(facts);
        for (const phase of PHASES) {
          const expected = new Array(histogramOf(index, phase).counts.length).fill(0);
          const lengths = lengthsOf(facts, phase);
          for (const ns of lengths) expected[binOf(ns)]++;
          expect(counts(index, phase)).toEqual(expected);
          expect(histogramOf(index, phase).count).toBe(lengths.length);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are the same whether a run arrives at once or in many batches', () => {
    fc.assert(
      fc.property(runs, fc.integer({ min: 5, max: 80 }), (options, batchMs) => {
        const whole = runIndexOf(makeFacts(options));
        const store = createFactsStore();
        for (const event of makeRun({ ...options, batchNs: batchMs * 1e6 })) {
          takeEvent(store, event);
          runIndexOf(store.getState());
        }
        const piecewise = runIndexOf(store.getState());
        for (const phase of PHASES) expect(counts(piecewise, phase)).toEqual(counts(whole, phase));
      }),
      { numRuns: 40 },
    );
  });

  it('have something in every phase of a run that went well', () => {
    const index = runIndexOf(makeFacts({ tasks: 24 }));
    for (const phase of PHASES) expect(histogramOf(index, phase).count).toBe(24);
  });
});
