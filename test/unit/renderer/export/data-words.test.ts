import { expect, test } from 'vitest';
import { dataWords } from '../../../../src/renderer/export/data-words';
import { createFactsStore, takeEvent } from '../../../../src/renderer/store/facts';
import { makeRun } from '../../../fixtures/make-run';

function factsOf(source: 'session' | 'chrome-trace') {
  const facts = createFactsStore();
  for (const event of makeRun({ tasks: 4 })) {
    const from = { kind: 'file', path: '/a', format: source } as const;
    takeEvent(facts, event.type === 'started' ? { ...event, source: from } : event);
  }
  return facts.getState();
}

test('a page of a session is told of, one of a trace is refused before a file is chosen', () => {
  expect(dataWords('html', factsOf('session'))).toEqual({
    text: 'The timeline to explore, in any browser, offline',
    trouble: false,
  });
  expect(dataWords('html', factsOf('chrome-trace'))).toEqual({
    text: 'A page holds a session, and this run comes from a trace.',
    trouble: true,
  });
  expect(dataWords('csv', factsOf('chrome-trace')).trouble).toBe(false);
});
