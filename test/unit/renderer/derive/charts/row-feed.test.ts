import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowFeed } from '../../../../../src/renderer/derive/charts/row-feed';
import type { Scope } from '../../../../../src/renderer/derive/charts/scope';
import { runExtent } from '../../../../../src/renderer/derive/run-extent';
import { runIndexOf } from '../../../../../src/renderer/derive/run-index';
import { createFactsStore, type Facts, takeEvent } from '../../../../../src/renderer/store/facts';
import { outcomeCode } from '../../../../../src/shared/telemetry';
import { nanos } from '../../../../../src/shared/units';
import { makeFacts, makeRun } from '../../../../fixtures/make-run';

/** The slow, obvious way. */
function slowRows({ data }: Facts, scope: Scope): number[] {
  const { columns, length } = data.table;
  return Array.from({ length }, (_, row) => row).filter((row) => {
    const begin = columns.argsLoadsBegin[row] ?? Number.NaN;
    if (columns.outcome[row] === outcomeCode.pending || Number.isNaN(begin)) return false;
    if (scope === null) return true;
    const end = columns.resultDumpsEnd[row] || data.workers[columns.worker[row] ?? 0]?.exit?.at || begin;
    const wanted = scope.workers === null || scope.workers.includes(columns.worker[row] ?? 0);
    return wanted && begin < scope.endNs && end > scope.startNs;
  });
}

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('rows of a scope', () => {
  it('are those whose work lies in it, each once, in steps of any length, live or not', () => {
    fc.assert(
      fc.property(
        fc.record({
          tasks: fc.integer({ min: 1, max: 90 }),
          workers: fc.integer({ min: 1, max: 4 }),
          seed: fc.nat(300),
        }),
        fc.option(fc.tuple(share, share, fc.option(fc.constantFrom([0], [1, 0], [3]))), { nil: null }),
        fc.integer({ min: 1, max: 50 }),
        (options, wanted, step) => {
          const whole = makeFacts(options);
          const { originNs, endNs } = runExtent(whole);
          const at = (part: number) => nanos(originNs + part * (endNs - originNs));
          const scope: Scope =
            wanted === null
              ? null
              : {
                  startNs: at(Math.min(wanted[0], wanted[1])),
                  endNs: at(Math.max(wanted[0], wanted[1])),
                  workers: wanted[2],
                };
          const store = createFactsStore();
          // A stretch is known once its time has passed: live, ranges end before now.
          const feed = new RowFeed(scope);
          const found: number[] = [];
          for (const event of makeRun({ ...options, batchNs: scope === null ? 60e6 : 1e12 })) {
            takeEvent(store, event);
            const facts = store.getState();
            const { columns } = facts.data.table;
            while (!feed.take(runIndexOf(facts), columns, step, (row) => found.push(row)));
          }
          expect(found.sort((a, b) => a - b)).toEqual(slowRows(whole, scope));
        },
      ),
      { numRuns: 80 },
    );
  });
});
