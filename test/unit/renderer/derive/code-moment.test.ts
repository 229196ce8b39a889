import { expect, it } from 'vitest';
import { codeMoment } from '../../../../src/renderer/derive/code-moment';
import { createFactsStore, noFacts, takeEvent } from '../../../../src/renderer/store/facts';
import { makeRun } from '../../../fixtures/make-run';

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
