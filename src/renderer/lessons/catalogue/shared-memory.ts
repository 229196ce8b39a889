/** Lesson 6: memory that processes share needs a lock, and saves pickling. */

import python from '../../../../resources/lessons/shared-memory.py?raw';
import here from '../../../../resources/lessons/shared-memory.ts.txt?raw';
import { formatCount } from '../../../shared/format';
import type { Facts } from '../../store/facts';
import { bytesFigure, wallFigure } from '../figures';
import type { Lesson, LessonFigure } from '../lesson';

const ADDITIONS = 300_000;

export const sharedMemory: Lesson = {
  name: 'shared-memory',
  title: 'Shared memory',
  idea: 'Processes can share memory by its name. Whoever writes there needs a lock; whoever only reads saves the pickling.',
  text: [
    'Two processes count up one number in shared memory. value += 1 is three steps: read, add, write.',
    'Without a lock both may read the same number, and both write the same sum: one update is lost.',
    'With the lock only one at a time is between reading and writing. It costs time, and nothing is lost.',
    'A large array in shared memory is written once. Tasks get its name, some 50 bytes, and read it. Compare that with pickling it for each task.',
  ],
  code: { python, here },
  controls: [
    {
      id: 'what',
      label: 'Do',
      choices: [
        { value: 'none', text: 'Count without a lock' },
        { value: 'each-addition', text: 'Count with the lock' },
        { value: 'shared-memory', text: 'Read 64 MB shared' },
        { value: 'bytes', text: 'Pickle 64 MB' },
      ],
      initial: 'none',
    },
  ],
  prediction: {
    kind: 'choice',
    question: `Two processes add 1 to a shared counter, ${formatCount(4 * ADDITIONS)} times in all, without a lock. What is in it at the end?`,
    choices: [formatCount(4 * ADDITIONS), 'A few less', 'Far less'],
    values: { what: 'none' },
    answeredBy: ({ what }) => what === 'none',
    truth: (facts) => {
      const { expected, found } = countOf(facts);
      return found === expected ? 0 : found > expected * 0.99 ? 1 : 2;
    },
    because: (facts) => {
      const { expected, found } = countOf(facts);
      const lost = expected - found;
      if (lost === 0)
        return 'This time no two additions met. Run it again: it depends on when the processes are stopped.';
      return `The counter holds ${formatCount(found)}: ${formatCount(lost)} of ${formatCount(expected)} updates were overwritten by another process.`;
    },
  },
  simulated: [],
  takeAway: 'Share memory to read large data. To write, hold the lock; better still, let tasks return results instead.',
  scenario: ({ what }) =>
    what === 'none' || what === 'each-addition'
      ? {
          name: 'Shared counter',
          pool: { processes: 2 },
          call: { method: 'imap-unordered', chunksize: 1 },
          workload: { name: 'shared-counter', params: { lock: what } },
          input: { items: Array<number>(4).fill(ADDITIONS) },
        }
      : {
          name: 'A large array',
          pool: { processes: 2 },
          call: { method: 'imap-unordered', chunksize: 1 },
          workload: { name: 'sum-of-squares' },
          input: { items: Array<number>(6).fill(200_000) },
          payload: { kind: what as 'bytes', bytes: 67_108_864 },
        },
  figures: (facts) => [wallFigure(facts), bytesFigure(facts), ...lostFigure(facts)],
};

function countOf({ ended }: Facts): { expected: number; found: number } {
  return ended?.summary.counter ?? { expected: Number.NaN, found: Number.NaN };
}

function lostFigure(facts: Facts): readonly LessonFigure[] {
  if (facts.ended?.summary.counter === undefined) return [];
  const { expected, found } = countOf(facts);
  const value = expected - found;
  return [
    {
      label: 'Updates lost',
      text: `${formatCount(value)} of ${formatCount(expected)}`,
      value,
      kind: 'measured',
      method: 'Additions that the tasks made, less what was in the counter at the end.',
    },
  ];
}
