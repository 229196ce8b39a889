import { describe, expect, it } from 'vitest';
import { codeMoment, codeMoments } from '../../../../src/renderer/derive/code-moment';
import { createFactsStore, type Facts, noFacts, takeEvent } from '../../../../src/renderer/store/facts';
import { experimentSchema } from '../../../../src/shared/experiments';
import { noSlices, type SliceLane, takeSlices } from '../../../../src/shared/slices';
import { makeRun } from '../../../fixtures/make-run';
import { laneOf } from '../../../fixtures/slices';

const store = createFactsStore();
for (const event of makeRun({ tasks: 12, workers: 2, chunksize: 1 })) takeEvent(store, event);
const facts = store.getState();
const { data, calledAt, ended } = facts;
const called = calledAt ?? 0;

it('follows a run from boot to end', () => {
  const [sent = 0] = data.table.columns.argsSent;
  const firstDelivery = data.deliveredAt.array[0] ?? 0;
  expect(codeMoment(facts, called - 1)).toBe('boot');
  expect(codeMoment(facts, (called + sent) / 2)).toBe('call');
  expect(codeMoment(facts, (sent + firstDelivery) / 2)).toBe('task');
  // map gives out all results as it returns: here it returns a moment later.
  const later = ended === null ? null : { ...ended, at: ended.at + 1e6 };
  expect(codeMoment({ ...facts, ended: later }, firstDelivery)).toBe('deliver');
  expect(codeMoment(facts, ended?.at ?? 0)).toBe('end');
});

it('is at nothing before the first run, and boots until the call is made', () => {
  expect(codeMoment(noFacts(), 5)).toBeNull();
  expect(codeMoment({ ...facts, calledAt: null, ended: null }, called + 1e12)).toBe('boot');
});

describe('the moments of an experiment', () => {
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
  type Span = readonly [code: number, begin: number, end: number];
  const lane = (spans: readonly Span[]): SliceLane => ({
    ...laneOf(
      spans.map(([, begin, end]) => ['slice', begin, end]),
      [],
    ),
    category: Uint32Array.from(spans, ([code]) => code),
  });

  /** Two processes; the category of a slice tells which lines it stands for. */
  function around(isOver: boolean): Facts {
    const texts = ['', 'task', 'put', 'get', 'lunch'];
    const [producer, consumer]: Span[][] = [
      [
        [1, 10, 20],
        [2, 20, 40],
      ],
      [
        [3, 10, 30],
        [4, 30, 40],
      ],
    ];
    const slices = noSlices();
    const lanes = [lane(producer ?? []), lane(consumer ?? [])];
    takeSlices(slices, { type: 'slices', runId: 1, texts, lanes, counters: [], flows: null, notices: [] });
    const { started } = facts;
    if (started === null || ended === null) throw new Error('It has run');
    const over = isOver ? { ...ended, at: 40 } : null;
    return { ...facts, data: { ...data, slices }, calledAt: 10, started: { ...started, experiment }, ended: over };
  }

  it('are those of all its processes', () => {
    expect(codeMoments(around(false), 5)).toEqual(['boot']);
    expect(codeMoments(around(false), 15)).toEqual(['get', 'task']);
    expect(codeMoments(around(false), 25)).toEqual(['get', 'put']);
    expect(codeMoments(around(false), 35)).toEqual(['put']);
    // Between what it is told of, it is as a run is.
    expect(codeMoments(around(false), 45).length).toBe(1);
    expect(codeMoments(around(true), 40)).toEqual(['end']);
  });

  it('are none before there is one', () => {
    expect(codeMoments(noFacts(), 5)).toEqual([]);
  });
});
