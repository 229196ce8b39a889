import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../../src/renderer/derive/search/parse-query';
import { searchHint } from '../../../../../src/renderer/derive/search/search-hint';
import { makeFacts } from '../../../../fixtures/make-run';

const over = makeFacts({ tasks: 8 });
const live = makeFacts({ tasks: 200, batchNs: 50e6, stopAfter: 4 });

function hint(text: string, facts = over): string | null {
  const { query } = parseQuery(text);
  if (query === null) throw new Error(text);
  return searchHint(query, facts);
}

describe('a search that finds nothing', () => {
  it('asks whether a word that is near a state or a field was meant', () => {
    expect(hint('faild')).toBe('“faild” is looked for in errors: did you mean failed?');
    expect(hint('run>1ms (1 or -canceld)')).toBe('“canceld” is looked for in errors: did you mean cancelled?');
  });

  it('says that errors are not known before the run has ended', () => {
    expect(hint('error:timeout', live)).toBe('What errors say is known when the run has ended.');
    expect(hint('error:timeout')).toBeNull();
  });

  it('says that only the first of very many errors are kept', () => {
    const { ended } = over;
    if (ended === null) throw new Error('not over');
    const errors = Array.from({ length: 1000 }, (_, task) => ({ task, name: 'Error', message: '', stack: '' }));
    const many = { ...over, ended: { ...ended, summary: { ...ended.summary, errors } } };
    expect(hint('error:timeout', many)).toBe('Only the first 1,000 errors of a run are kept with their words.');
  });

  it('has nothing to say where no text was looked for', () => {
    expect(hint('failed', live)).toBeNull();
    expect(hint('run>10ms -task:5')).toBeNull();
  });
});
