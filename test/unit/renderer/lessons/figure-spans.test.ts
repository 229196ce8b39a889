import { expect, it } from 'vitest';
import { figureSpans } from '../../../../src/renderer/lessons/figure-spans';
import type { LessonFigure } from '../../../../src/renderer/lessons/lesson';

const figure = (label: string, text: string): LessonFigure => ({ label, text, value: 0, kind: 'measured', method: '' });

it('short figures stand three in a line, long ones get more of it', () => {
  const run = [figure('Wall time', '1.63 s'), figure('Updates lost', '0 of 1,200,000'), figure('Left', 'x'.repeat(30))];
  expect([...figureSpans([{ figures: run }])]).toEqual([
    ['Wall time', 1],
    ['Updates lost', 2],
    ['Left', 3],
  ]);
});

it('of several lines the longest counts', () => {
  const [span] = figureSpans([{ figures: [figure('Bytes', '8.01 kB\n8.01 kB')] }]).values();
  expect(span).toBe(1);
});

it('a figure has the same place in all runs, and one that only a later run has comes last', () => {
  const first = { figures: [figure('Lost', '0 of 20'), figure('Wall time', '1 s')] };
  const second = { figures: [figure('Lost', '12 of 1,200,000'), figure('Wall time', '1 s'), figure('Left', '2')] };
  expect([...figureSpans([first, second])]).toEqual([
    ['Lost', 2],
    ['Wall time', 1],
    ['Left', 1],
  ]);
});
