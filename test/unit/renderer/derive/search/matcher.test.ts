import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matcher } from '../../../../../src/renderer/derive/search/matcher';
import { parseQuery } from '../../../../../src/renderer/derive/search/parse-query';
import { printQuery } from '../../../../../src/renderer/derive/search/print-query';
import type { Query } from '../../../../../src/renderer/derive/search/query';
import { createFactsStore, type Facts, takeEvent } from '../../../../../src/renderer/store/facts';
import type { RunEvent } from '../../../../../src/shared/run-events';
import { makeRun } from '../../../../fixtures/make-run';
import { plainMatches } from './oracle';
import { randomQuery } from './random-query';
import '../../../../fixtures/fast-check';

const RUNS: readonly RunEvent[][] = [
  makeRun({ tasks: 60, workers: 3, chunksize: 5, failEvery: 7, crash: 1, depth: 2, batchNs: 40e6, seed: 5 }),
  makeRun({ tasks: 40, workers: 4, chunksize: 1, failEvery: 5, crash: 0, batchNs: 25e6, seed: 9 }),
].map((events) => events.map(withErrors));

/** As main sums up: each failed task with its name and message. */
function withErrors(event: RunEvent): RunEvent {
  if (event.type !== 'ended') return event;
  const errors = [4, 6, 13, 19].map((task) => ({
    task,
    name: task === 6 ? 'ZeroDivisionError' : 'ValueError',
    message: `item ${task} is zero`,
    stack: '',
  }));
  return { ...event, summary: { ...event.summary, errors } };
}

const rowsOf = (facts: Facts): number[] => Array.from({ length: facts.data.table.length }, (_, row) => row);
const expected = (query: Query, facts: Facts): number[] =>
  rowsOf(facts).filter((row) => plainMatches(query, facts, row));

function update(matcher: Matcher, facts: Facts): number[] {
  for (const _ of matcher.update(facts));
  return [...matcher.set.rows()];
}

describe('a search of a run', () => {
  it('finds what is found row by row, at once and while the run grows', () => {
    fc.assert(
      fc.property(randomQuery, fc.nat({ max: RUNS.length - 1 }), fc.nat({ max: 5 }), (query, run, from) => {
        const events = RUNS[run] ?? [];
        const store = createFactsStore();
        const live = new Matcher(query);
        for (const [index, event] of events.entries()) {
          takeEvent(store, event);
          // Some news come together.
          if (index < from || (index % 3 === 1 && event.type !== 'ended')) continue;
          const facts = store.getState();
          const rows = expected(query, facts);
          expect(update(live, facts), `live: ${printQuery(query)}`).toEqual(rows);
          expect(live.set.count).toBe(rows.length);
        }
        expect(update(new Matcher(query), store.getState())).toEqual(expected(query, store.getState()));
      }),
      { numRuns: 400 },
    );
  });

  it('finds something with every kind of term, so that the comparison above is worth something', () => {
    const store = createFactsStore();
    for (const event of RUNS[0] ?? []) takeEvent(store, event);
    const found = (text: string): number => {
      const { query } = parseQuery(text);
      return query === null ? -1 : update(new Matcher(query), store.getState()).length;
    };
    const texts = [
      '3',
      'pid:4711',
      'worker:1',
      'slot:1',
      'chunk:2',
      'attempt>1',
      'failed',
      'lost',
      'cancelled',
      'completed',
    ];
    texts.push(
      'retried',
      'error',
      'error:ValueError',
      '"item 6"',
      'run>10ms',
      'dumps>400us',
      'loads-args>150us',
      'flight>1ms',
    );
    texts.push(
      'queue>50ms',
      'order>50ms',
      'total>100ms',
      'args>1KB',
      'result:64',
      'bytes>1KB',
      'at:100ms-150ms',
      'in:run',
    );
    for (const text of texts) {
      expect(found(text), text).toBeGreaterThan(0);
      expect(found(text), text).toBeLessThan(store.getState().data.table.length);
    }
  });

  it.each(['at', 'run', 'args'] as const)('takes a bound of %s in or leaves it out, as is asked', (field) => {
    const store = createFactsStore();
    for (const event of RUNS[0] ?? []) takeEvent(store, event);
    const { argsLoadsBegin, resultDumpsEnd, runBegin, runEnd, argsBytes } = store.getState().data.table.columns;
    const run = (runEnd[0] ?? 0) - (runBegin[0] ?? 0);
    // The run's zero is the clock's: its first worker was started then.
    const bounds = { at: [argsLoadsBegin[0], resultDumpsEnd[0]], run: [run, run], args: [argsBytes[0], argsBytes[0]] };
    const [low = Number.NaN, high = Number.NaN] = bounds[field];
    const finds = (min: number, max: number, exclusive: boolean): boolean =>
      update(new Matcher({ type: 'range', field, min, max, exclusive }), store.getState()).includes(0);
    const { NEGATIVE_INFINITY, POSITIVE_INFINITY } = Number;
    expect([finds(NEGATIVE_INFINITY, low, false), finds(NEGATIVE_INFINITY, low, true)]).toEqual([true, false]);
    expect([finds(high, POSITIVE_INFINITY, false), finds(high, POSITIVE_INFINITY, true)]).toEqual([true, false]);
    expect(finds(low, high, false)).toBe(true);
  });

  it('looks again only at rows that may have changed', () => {
    const store = createFactsStore();
    const events = makeRun({ tasks: 400, workers: 2, chunksize: 2, batchNs: 40e6 });
    const matcher = new Matcher({ type: 'state', state: 'completed' });
    let steps = 0;
    let updates = 0;
    for (const event of events) {
      takeEvent(store, event);
      if (event.type !== 'telemetry') continue;
      updates++;
      for (const _ of matcher.update(store.getState())) steps++;
    }
    expect(matcher.set.count).toBe(400);
    // Each batch: its new rows, and at most the two chunks that were under way.
    expect(updates).toBeGreaterThan(20);
    expect(steps).toBeLessThanOrEqual(updates * 3);
  });
});
