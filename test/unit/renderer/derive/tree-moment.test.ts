import { describe, expect, it } from 'vitest';
import { treeMoment } from '../../../../src/renderer/derive/tree-moment';
import type { Facts } from '../../../../src/renderer/store/facts';
import type { RunEnded } from '../../../../src/shared/run-events';
import { makeFacts } from '../../../fixtures/make-run';
import { type Span, sliceFactsOf } from '../../../fixtures/slices';

/** One worker: boots, imports, is ready, computes. */
const worker = [
  ['boot', 10, 20],
  ['import main module', 20, 30],
  ['ready for tasks', 30, 60],
  ['task', 40, 45],
] as const;
const program = [
  ['boot', 0, 5],
  ['import main module', 5, 8],
  ['start workers', 8, 12],
  ['wait for results', 12, 50],
] as const;

/** @param end how it ended; left out: it has not */
function factsOf(lanes: readonly (readonly Span[])[], end: Partial<RunEnded> | null = null): Facts {
  const { ended } = makeFacts({ tasks: 1 });
  if (ended === null) throw new Error('A made run has an end');
  return { ...sliceFactsOf(lanes), ended: end === null ? null : { ...ended, at: 65, status: 'completed', ...end } };
}

const at = (facts: Facts, ...moments: number[]) => moments.map((moment) => treeMoment(facts, moment));

describe('the line that runs, of a tree of processes', () => {
  it('is that of the process which came to something new last', () => {
    const facts = factsOf([program, worker]);
    expect(at(facts, -1, 0, 6, 9, 11, 13, 25, 35, 42)).toEqual([
      null,
      'boot',
      'import',
      'boot',
      'boot',
      'call',
      'import',
      'guard',
      'task',
    ]);
  });

  it('is the last one at the end of a program that came to its own, and none where it was ended', () => {
    expect(at(factsOf([program], { message: null }), 70)).toEqual(['end']);
    expect(at(factsOf([program], { message: 'Its 30 seconds were up.' }), 70)).toEqual([null]);
    expect(at(factsOf([program], { message: null, status: 'killed' }), 70)).toEqual([null]);
  });
});
