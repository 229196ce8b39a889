import { describe, expect, it } from 'vitest';
import { resultsNote } from '../../../../src/renderer/panels/bottom/results/results-note';
import { makeFacts } from '../../../fixtures/make-run';

describe('the line above the results', () => {
  it('says that map holds back what is completed', () => {
    const { count, reason } = resultsNote(makeFacts({ tasks: 96, chunksize: 4, batchNs: 100e6, stopAfter: 6 }));
    expect(count).toMatch(/^\d+ completed, held until map returns$/);
    expect(reason).toContain('in input order');
  });

  it('has nothing to explain once all is delivered', () => {
    expect(resultsNote(makeFacts({ tasks: 24 }))).toEqual({ count: '24 of 24 delivered', reason: '' });
  });
});
