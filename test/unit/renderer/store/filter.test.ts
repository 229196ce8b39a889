import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFactsStore, takeEvent } from '../../../../src/renderer/store/facts';
import { createFilterStore, type FilterStore } from '../../../../src/renderer/store/filter';
import { SHOW_EVERY_MS } from '../../../../src/renderer/store/throttled';
import { makeRun } from '../../../fixtures/make-run';

const RUN = makeRun({ tasks: 60, workers: 3, chunksize: 1, failEvery: 10, batchNs: 60e6 });

const rows = (filter: FilterStore): number[] | null => {
  const { matches } = filter.getState();
  return matches === null ? null : [...matches.rows];
};

describe('the filter', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('has no matches before anything is typed, and none after it is cleared', () => {
    const filter = createFilterStore(createFactsStore());
    expect(filter.getState()).toEqual({ text: '', problem: null, matches: null });
    filter.setText('failed');
    expect(rows(filter)).toEqual([]);
    filter.setText('');
    expect(filter.getState()).toEqual({ text: '', problem: null, matches: null });
  });

  it('has a sentence and no matches while it is not understood, and keeps what was typed', () => {
    const filter = createFilterStore(createFactsStore());
    filter.setText('failed');
    filter.setText('failed or');
    expect(filter.getState()).toMatchObject({ text: 'failed or', matches: null });
    expect(filter.getState().problem).toMatch(/^At character 10 something is missing/);
    filter.setText('failed or lost');
    expect(filter.getState().problem).toBeNull();
  });

  it('knows the rows that match, one by one and in order', () => {
    const facts = createFactsStore();
    for (const event of RUN) takeEvent(facts, event);
    const filter = createFilterStore(facts);
    filter.setText('failed');
    const { matches } = filter.getState();
    const { outcome } = facts.getState().data.table.columns;
    const expected = Array.from({ length: 60 }, (_, row) => row).filter((row) => outcome[row] === 2);
    expect(rows(filter)).toEqual(expected);
    expect(matches?.length).toBe(6);
    expect(expected.map((row) => matches?.has(row))).toEqual(expected.map(() => true));
    expect(matches?.has((expected[0] ?? 0) + 1)).toBe(false);
    expect(matches?.after(expected[0] ?? 0)).toBe(expected[1]);
    expect(matches?.before(expected[0] ?? 0)).toBeNull();
  });

  it('keeps up with a run that is live, and says so only when other rows match', () => {
    const facts = createFactsStore();
    const filter = createFilterStore(facts);
    filter.setText('failed');
    const revisions: (number | undefined)[] = [];
    filter.subscribe(({ matches }) => revisions.push(matches?.revision));
    for (const event of RUN) {
      takeEvent(facts, event);
      vi.advanceTimersByTime(SHOW_EVERY_MS);
    }
    expect(filter.getState().matches?.length).toBe(6);
    expect(new Set(revisions).size).toBe(revisions.length);
    expect(revisions.length).toBeGreaterThan(1);
    expect(revisions.length).toBeLessThanOrEqual(7);
  });

  it('is for the next run, too, with nothing of the last one in it', () => {
    const facts = createFactsStore();
    for (const event of RUN) takeEvent(facts, event);
    const filter = createFilterStore(facts);
    filter.setText('failed');
    expect(filter.getState().matches?.length).toBe(6);
    const [started] = RUN;
    if (started?.type === 'started') takeEvent(facts, { ...started, runId: 2 });
    expect(filter.getState()).toMatchObject({ text: 'failed', matches: { length: 0 } });
  });

  it('searches a long run in slices, and shows nothing of the next search before all of it is known', () => {
    const facts = createFactsStore();
    facts.getState().data.table.addRows(100_000);
    const waiting: (() => void)[] = [];
    const filter = createFilterStore(facts, (work) => {
      waiting.push(work);
      return () => waiting.splice(0);
    });
    // Each look at the clock is 3 ms after the one before.
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => {
      now += 3;
      return now;
    });
    filter.setText('pending');
    expect(filter.getState().matches).toBeNull();
    let slices = 1;
    for (let work = waiting.shift(); work !== undefined; work = waiting.shift(), slices++) work();
    expect(filter.getState().matches?.length).toBe(100_000);
    expect(slices).toBeGreaterThan(4);

    filter.setText('failed');
    expect(filter.getState().matches?.length).toBe(100_000);
    filter.setText('');
    expect(waiting).toEqual([]);
    expect(filter.getState().matches).toBeNull();
  });
});
