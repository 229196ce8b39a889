import { expect, it } from 'vitest';
import { suggestChapters } from '../../../../../src/renderer/derive/suggest-chapters/suggest-chapters';
import { createFactsStore, takeEvent } from '../../../../../src/renderer/store/facts';
import { experimentSchema } from '../../../../../src/shared/experiments';
import { makeRun } from '../../../../fixtures/make-run';
import { laneOf } from '../../../../fixtures/slices';

it('an experiment is told without tasks, workers or a call', () => {
  const experiment = experimentSchema.parse({
    name: 'queue',
    producers: 1,
    consumers: 1,
    capacity: 1,
    items: 1,
    produceMs: 0,
    consumeMs: 0,
    ending: 'none',
  });
  const store = createFactsStore();
  const events = makeRun({ tasks: 1 });
  const ended = events.at(-1);
  if (events[0]?.type !== 'started' || ended?.type !== 'ended') throw new Error('A run has a start and an end');
  takeEvent(store, { ...events[0], scenario: null, experiment, title: 'A queue', tasks: 0 });
  takeEvent(store, { type: 'called', runId: 1, at: 5e8 });
  const texts: string[] = [];
  const lanes = [laneOf([['boots', 1e8, 5e8]], texts)];
  takeEvent(store, { type: 'slices', runId: 1, whole: true, texts, lanes, counters: [], flows: null, notices: [] });
  const summary = { ...ended.summary, pids: [11, 12] };
  takeEvent(store, { ...ended, at: 2.5e9, message: 'One waited for ever.', summary });
  expect(suggestChapters(store.getState())).toEqual([
    {
      atNs: 1e8,
      title: 'The processes start',
      caption: expect.stringMatching(/^2 processes of the operating system\. All are ready after 400\sms\.$/),
      pause: false,
    },
    { atNs: 5e8, title: 'It begins', caption: 'A queue.', pause: true },
    {
      atNs: 2.5e9,
      title: 'It ends',
      caption: expect.stringMatching(/^It took 2\.00?\ss\. One waited for ever\.$/),
      pause: true,
    },
  ]);
});
