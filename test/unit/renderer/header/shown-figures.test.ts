import { expect, it } from 'vitest';
import { shownFigures } from '../../../../src/renderer/header/shown-figures';
import { createFactsStore, type Facts, takeEvent } from '../../../../src/renderer/store/facts';
import { experimentSchema } from '../../../../src/shared/experiments';
import type { RunEnded, RunEvent, RunStarted } from '../../../../src/shared/run-events';
import { makeRun } from '../../../fixtures/make-run';

const [started, ...rest] = makeRun() as [RunStarted, ...RunEvent[]];
const ended = rest.find((event): event is RunEnded => event.type === 'ended');
const trace = { kind: 'file', path: '/talks/a.json', format: 'chrome-trace' } as const;

const QUEUE = { producers: 1, consumers: 1, capacity: 1, items: 1, produceMs: 0, consumeMs: 0, ending: 'sentinel' };

function factsAfter(...events: (RunEvent | undefined)[]): Facts {
  const store = createFactsStore();
  for (const event of events) if (event !== undefined) takeEvent(store, event);
  return store.getState();
}

it('a run of a pool has them all, from its start on and in its recording; so has the window before the first run', () => {
  const all = ['wall', 'serial', 'speed-up', 'pickling', 'observer'];
  const source = { ...trace, format: 'session' } as const;
  for (const facts of [factsAfter(), factsAfter(started), factsAfter({ ...started, source }, ...rest)])
    expect(shownFigures(facts)).toEqual(all);
});

it('an experiment has wall time, and processes once it has ended and told them', () => {
  const experiment = experimentSchema.parse({ name: 'queue', ...QUEUE });
  const begun = { ...started, scenario: null, experiment, tasks: 0 };
  expect(shownFigures(factsAfter(begun))).toEqual(['wall']);
  expect(shownFigures(factsAfter(begun, ended))).toEqual(['wall', 'processes']);
  const none = ended === undefined ? undefined : { ...ended, summary: { ...ended.summary, pids: [] } };
  expect(shownFigures(factsAfter(begun, none))).toEqual(['wall']);
});

it('a trace has what it tells of tasks, and never what its observer cost', () => {
  const foreign = { ...started, source: trace, scenario: null };
  expect(shownFigures(factsAfter({ ...foreign, tasks: 0 }, ended))).toEqual(['wall']);
  expect(shownFigures(factsAfter(foreign, ...rest))).toEqual(['wall', 'serial', 'speed-up', 'pickling']);
});
