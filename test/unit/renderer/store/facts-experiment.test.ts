import { describe, expect, it } from 'vitest';
import { isExperiment, isLive } from '../../../../src/renderer/derive/is-live';
import { isSlicesOnly } from '../../../../src/renderer/derive/slices/is-slices-only';
import { createFactsStore, type FactsStore, takeEvent } from '../../../../src/renderer/store/facts';
import { experimentSchema } from '../../../../src/shared/experiments';
import type { RunSlices } from '../../../../src/shared/slices';
import { makeRun } from '../../../fixtures/make-run';
import { laneOf, type Span } from '../../../fixtures/slices';

const experiment = experimentSchema.parse({
  name: 'queue',
  producers: 1,
  consumers: 1,
  capacity: 1,
  items: 1,
  produceMs: 0,
  consumeMs: 0,
  ending: 'sentinel',
});

function begun(): FactsStore {
  const store = createFactsStore();
  const [started] = makeRun({ tasks: 1 });
  if (started?.type !== 'started') throw new Error('A run begins with its start');
  takeEvent(store, { ...started, scenario: null, experiment, tasks: 0 });
  return store;
}

function picture(...spans: Span[]): RunSlices {
  const texts: string[] = [];
  const lanes = [laneOf(spans, texts)];
  return { type: 'slices', runId: 1, whole: true, texts, lanes, counters: [], flows: null, notices: ['one'] };
}

describe('the facts of an experiment', () => {
  it('are live without a scenario', () => {
    const facts = begun().getState();
    expect(isLive(facts)).toBe(true);
    expect(isExperiment(facts)).toBe(true);
    expect(facts.poolSize).toBe(0);
  });

  it('hold the last whole picture, and nothing of the one before', () => {
    const store = begun();
    takeEvent(store, picture(['a', 0, 10]));
    const { data, revision } = store.getState();
    const first = data.slices;
    takeEvent(store, picture(['b', 0, 10], ['c', 10, 30]));
    const facts = store.getState();
    expect(facts.data).toBe(data);
    expect(facts.data.slices).not.toBe(first);
    expect(facts.data.slices).toMatchObject({ texts: ['b', 'c'], count: 2, beginNs: 0, endNs: 30, notices: ['one'] });
    expect(facts).toMatchObject({ now: 30, revision: revision + 1 });
    expect(isSlicesOnly(facts)).toBe(true);
  });

  it('add up where slices come in parts, as those of a file', () => {
    const store = begun();
    takeEvent(store, picture(['a', 0, 10]));
    takeEvent(store, { ...picture(['b', 0, 10]), whole: false, texts: [], notices: [] });
    expect(store.getState().data.slices).toMatchObject({ texts: ['a'], count: 2 });
  });
});
