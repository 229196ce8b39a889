import { describe, expect, it } from 'vitest';
import { isBeingRead, isLive, isTrace, recordingOf, tasksAreDerived } from '../../../../src/renderer/derive/is-live';
import { fileName, recordedOn } from '../../../../src/renderer/derive/recording-words';
import { createFactsStore, takeEvent } from '../../../../src/renderer/store/facts';
import type { RunEvent, RunStarted } from '../../../../src/shared/run-events';
import { makeRun } from '../../../fixtures/make-run';

const [started, ...rest] = makeRun() as [RunStarted, ...RunEvent[]];
const source = { kind: 'file', path: '/talks/a.poolscope', format: 'session' } as const;

function factsAfter(...events: RunEvent[]) {
  const store = createFactsStore();
  for (const event of events) takeEvent(store, event);
  return store.getState();
}

describe('a run', () => {
  it('is live from its start to its end', () => {
    expect(isLive(factsAfter())).toBe(false);
    expect(isLive(factsAfter(started))).toBe(true);
    expect(isLive(factsAfter(started, ...rest))).toBe(false);
    expect(recordingOf(factsAfter(started))).toBeNull();
  });

  it('from a file is never live: it is being read, then it is there', () => {
    const reading = factsAfter({ ...started, source });
    expect([isLive(reading), isBeingRead(reading)]).toEqual([false, true]);
    const read = factsAfter({ ...started, source }, ...rest);
    expect([isLive(read), isBeingRead(read)]).toEqual([false, false]);
    expect(recordingOf(read)).toBe(source);
  });
});

describe('where a run comes from', () => {
  it('tells traces from recordings, and what is inferred in them', () => {
    const told = (['session', 'chrome-trace', 'viztracer'] as const).map((format) => {
      const facts = factsAfter({ ...started, source: { ...source, format } });
      return [isTrace(facts), tasksAreDerived(facts)];
    });
    expect(told).toEqual([
      [false, false],
      [true, false],
      [true, true],
    ]);
    expect([isTrace(factsAfter(started)), tasksAreDerived(factsAfter())]).toEqual([false, false]);
  });
});

describe('a recording in words', () => {
  it('has the name of its file, on every system', () => {
    expect(fileName('/talks/a.poolscope')).toBe('a.poolscope');
    expect(fileName('C:\\talks\\a.poolscope')).toBe('a.poolscope');
  });

  it('says when it was made, and nothing where its header holds no time', () => {
    expect(recordedOn(Date.UTC(2026, 10, 25, 18, 43), 'UTC')).toBe('25 Nov 2026, 18:43');
    expect(recordedOn(1e300)).toBe('');
  });
});
