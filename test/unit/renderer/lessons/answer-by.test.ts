import { describe, expect, it } from 'vitest';
import { runIndexOf } from '../../../../src/renderer/derive/run-index';
import { answerBy } from '../../../../src/renderer/lessons/answer-by';
import type { ChoicePrediction, DrawnPrediction } from '../../../../src/renderer/lessons/lesson';
import type { DrawnAnswer } from '../../../../src/renderer/store/lesson';
import { makeFacts } from '../../../fixtures/make-run';

const facts = makeFacts();
const run = (values: Record<string, string>) => ({ values, facts, index: runIndexOf(facts), earlier: [] });

const choice: ChoicePrediction = {
  kind: 'choice',
  question: 'Which?',
  choices: ['a', 'b'],
  values: { way: 'one' },
  answeredBy: ({ way }) => way === 'one',
  truth: () => 1,
  because: () => 'So it is.',
};

const drawn: DrawnPrediction = {
  kind: 'drawn',
  question: 'How long?',
  x: { label: 'Size', unit: '', values: [1, 2, 3] },
  y: { label: 'Time', unit: 'ms', max: 10 },
  values: {},
  answeredBy: ({ way }) => way !== 'other',
  truth: (_, __, { size }) => [1, 2, 3].map((x) => (String(x) === size ? 10 * x : null)),
  because: (_, __, truth) => `${truth.filter((value) => value !== null).length} known.`,
};

const answer: DrawnAnswer = { kind: 'drawn', said: [1, 2, 3], truth: [null, null, null], because: '' };

describe('a choice', () => {
  const said = { kind: 'choice', said: 0, truth: null, because: '' } as const;

  it('is answered by a run that answers it', () => {
    expect(answerBy({ lesson: { prediction: choice }, ...run({ way: 'one' }) }, said)).toEqual({
      ...said,
      truth: 1,
      because: 'So it is.',
    });
  });

  it('stays open after any other run', () => {
    expect(answerBy({ lesson: { prediction: choice }, ...run({ way: 'other' }) }, said)).toBe(said);
  });
});

describe('a drawing', () => {
  const by = (values: Record<string, string>, before = answer) =>
    answerBy({ lesson: { prediction: drawn }, ...run(values) }, before) as DrawnAnswer;

  it('fills up with reality as runs are made', () => {
    const first = by({ size: '2' });
    expect(first).toEqual({ ...answer, truth: [null, 20, null], because: '1 known.' });
    expect(by({ size: '3' }, first)).toEqual({ ...answer, truth: [null, 20, 30], because: '2 known.' });
  });

  it('of which a part is missing is answered by no run', () => {
    const half: DrawnAnswer = { ...answer, said: [1, null, 3] };
    expect(by({ size: '2' }, half)).toBe(half);
  });

  it('takes no number that is none', () => {
    const lesson = { prediction: { ...drawn, truth: () => [Number.NaN, 4, Number.POSITIVE_INFINITY] } };
    expect(answerBy({ lesson, ...run({}) }, answer)).toMatchObject({ truth: [null, 4, null] });
  });
});
