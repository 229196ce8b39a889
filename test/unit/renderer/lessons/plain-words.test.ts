import { describe, expect, it } from 'vitest';
import { runIndexOf } from '../../../../src/renderer/derive/run-index';
import type { Lesson, LessonFigure } from '../../../../src/renderer/lessons/lesson';
import { lessons } from '../../../../src/renderer/lessons/registry';
import type { Facts } from '../../../../src/renderer/store/facts';
import { makeFacts } from '../../../fixtures/make-run';
import { labelTroubleOf, titleTroubleOf, troubleOf } from '../../../fixtures/plain-words';

/** Of any run: what figures are called and how they are come by is the same for all. */
function figuresOf(lesson: Lesson): readonly LessonFigure[] {
  const { ended, ...run } = makeFacts({ tasks: 8 });
  const summary = { ...ended?.summary, counter: { expected: 3, found: 2 }, experiment: {} };
  const facts = { ...run, ended: { ...ended, summary } } as Facts;
  return lesson.figures(facts, runIndexOf(facts), []);
}

describe.each(lessons.map((lesson) => [lesson.name, lesson] as const))(
  'the lesson %s says in plain words',
  (_, lesson) => {
    const { title, idea, text, simulated, takeAway, controls, prediction } = lesson;

    it('what it is about, in short paragraphs', () => {
      expect(titleTroubleOf(title)).toEqual([]);
      expect([idea, ...text, ...simulated, takeAway].flatMap(troubleOf)).toEqual([]);
      expect(text.length).toBeLessThanOrEqual(6);
    });

    it('what can be chosen', () => {
      expect(
        controls
          .flatMap(({ label, choices }) => [label, ...choices.map((choice) => choice.text)])
          .flatMap(labelTroubleOf),
      ).toEqual([]);
    });

    it('what it asks', () => {
      expect(troubleOf(prediction.question)).toEqual([]);
      if (prediction.kind === 'choice') expect(prediction.choices.flatMap(labelTroubleOf)).toEqual([]);
      else expect([prediction.x.label, prediction.y.label].flatMap(labelTroubleOf)).toEqual([]);
    });

    it('what its figures are called, and how each was come by', () => {
      const figures = figuresOf(lesson);
      expect(figures.length).toBeGreaterThan(0);
      expect(figures.flatMap(({ label }) => labelTroubleOf(label))).toEqual([]);
      expect(figures.flatMap(({ method }) => troubleOf(method))).toEqual([]);
      expect(new Set(figures.map(({ label }) => label)).size).toBe(figures.length);
    });
  },
);

describe('plain words', () => {
  it.each([
    [
      'Long sentences are read twice by everybody who is not told beforehand that they are long and that the words in them could as well have been said in two or three sentences of which each has one thought.',
      'a sentence of',
    ],
    ['Utilize the pool.', 'jargon, plainer: use'],
    ['No end', 'does not end'],
    [`${'Word. '.repeat(50)}End.`, 'characters, expected 220'],
    ['Two  spaces.', 'slip of the pen'],
  ])('are not: %s', (text, trouble) => {
    expect(troubleOf(text).join()).toContain(trouble);
  });
});
