import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barQuery } from '../../../../../src/renderer/derive/charts/bar-query';
import { barsOf, distributions } from '../../../../../src/renderer/derive/charts/distributions';
import { parseQuery } from '../../../../../src/renderer/derive/search/parse-query';
import { createFactsStore, takeEvent } from '../../../../../src/renderer/store/facts';
import { createFilterStore } from '../../../../../src/renderer/store/filter';
import { nanos } from '../../../../../src/shared/units';
import { makeRun } from '../../../../fixtures/make-run';

describe('the search for a bar', () => {
  it('says from where to where, and in which stretch and lanes', () => {
    const bar = { group: 0, fromNs: 2048, toNs: 3_000_000, count: 1 };
    const bars = { perDoubling: 4, floorNs: 16 };
    expect(barQuery('run', bar, bars, null, 0)).toBe('run>=2.048us run<3ms');
    expect(barQuery('dumpsArgs', bar, { ...bars, floorNs: 2048 }, null, 0)).toBe('dumps-args<3ms');
    const range = { startNs: nanos(11e6), endNs: nanos(13e6), workers: [2, 3] };
    const text = barQuery('orderWait', bar, bars, range, 1e6);
    expect(text).toBe('order>=2.048us order<3ms at:10ms-12ms worker:2,3');
    expect(parseQuery(text).problem).toBeNull();
  });

  it('finds as many tasks as the bar counts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.nat(200),
        fc.constantFrom(1, 4, 16),
        (tasks, seed, perDoubling) => {
          const store = createFactsStore();
          for (const event of makeRun({ tasks, seed })) takeEvent(store, event);
          const facts = store.getState();
          const filter = createFilterStore(store, (work) => {
            work();
            return () => undefined;
          });
          for (const { phase, histogram } of distributions(facts, null).phases) {
            const bars = { perDoubling, floorNs: 16 };
            for (const bar of barsOf(histogram, bars)) {
              filter.setText(barQuery(phase, bar, bars, null, 0));
              expect(filter.getState().matches?.length).toBe(bar.count);
            }
          }
        },
      ),
      { numRuns: 10 },
    );
  });
});
