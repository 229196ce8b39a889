/** Lesson 6: memory that processes share needs a lock, and saves pickling. */

import python from '../../../../resources/lessons/shared-memory.py?raw';
import here from '../../../../resources/lessons/shared-memory.ts.txt?raw';
import { formatCount, formatDuration, formatFactor } from '../../../shared/format';
import type { ScenarioDraft } from '../../../shared/scenario';
import type { Facts } from '../../store/facts';
import { OUT, phasesNs } from '../boundary-figures';
import { codeOfChoice } from '../code-of-choice';
import { bytesFigure, wallFigure } from '../figures';
import type { EarlierRun, Lesson, LessonFigure } from '../lesson';

const CODE = { python, here };
const ADDITIONS = 300_000;

export const sharedMemory: Lesson = {
  name: 'shared-memory',
  title: 'Shared memory',
  idea: 'Processes can share memory by its name. Whoever writes there needs a lock; whoever only reads saves the pickling.',
  text: [
    'Two processes count up one number in shared memory. value += 1 is three steps: read, add, write.',
    'Without a lock both may read the same number, and both write the same sum: one update is lost.',
    'With the lock only one at a time is between reading and writing. It costs time, and nothing is lost.',
    'An Array holds many numbers. Where each process writes to a part of its own, no lock is needed. Where parts overlap, it is.',
    'A large array in shared memory is written once. Tasks get its name, some 50 bytes, and read it. Compare that with pickling it for each task.',
  ],
  code: codeOfChoice(CODE, 'none'),
  codeFor: ({ what = 'none' }) => codeOfChoice(CODE, what),
  controls: [
    {
      id: 'what',
      label: 'Do',
      choices: [
        { value: 'none', text: 'Count without a lock' },
        { value: 'each-addition', text: 'Count with the lock' },
        { value: 'own', text: 'Array, own parts' },
        { value: 'overlapping', text: 'Array, overlapping' },
        { value: 'overlapping-locked', text: 'Overlapping with the lock' },
        { value: 'bytes', text: 'Pickle 64 MB' },
        { value: 'shared-memory', text: 'Read 64 MB shared' },
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
  takeAway:
    'Share memory to read large data. To write, keep to a part of your own, or hold the lock; or let tasks return results instead.',
  scenario: ({ what = 'none' }) => ({
    ...WORK[what as Work],
    // One task at a time in each worker's pipe: bytes that wait there for a busy worker would count as in flight.
    pool: { processes: 2, prefetch: 1 },
    call: { method: 'imap-unordered', chunksize: 1 },
  }),
  figures: (facts, _, earlier) => [
    wallFigure(facts),
    ...lostFigures(facts),
    ...overPickling(facts, earlier),
    perTaskFigure(facts),
    bytesFigure(facts),
  ],
};

type Work = 'none' | 'each-addition' | 'own' | 'overlapping' | 'overlapping-locked' | 'shared-memory' | 'bytes';
type Draft = Pick<ScenarioDraft, 'name' | 'workload' | 'input' | 'payload'>;

const counting = (lock: string): Draft => ({
  name: 'Shared counter',
  workload: { name: 'shared-counter', params: { lock } },
  input: { items: Array<number>(4).fill(ADDITIONS) },
});

const adding = (parts: string, lock: string): Draft => ({
  name: 'Shared array',
  workload: { name: 'shared-array', params: { parts, lock } },
  input: { items: Array<number>(4).fill(ADDITIONS) },
});

const reading = (kind: 'shared-memory' | 'bytes'): Draft => ({
  name: 'A large array',
  workload: { name: 'sum-of-squares' },
  // Hardly any work: what is left is the array on its way.
  input: { items: Array<number>(6).fill(200_000) },
  payload: { kind, bytes: 67_108_864 },
});

const WORK: Readonly<Record<Work, Draft>> = {
  none: counting('none'),
  'each-addition': counting('each-addition'),
  own: adding('own', 'none'),
  overlapping: adding('overlapping', 'none'),
  'overlapping-locked': adding('overlapping', 'each-addition'),
  'shared-memory': reading('shared-memory'),
  bytes: reading('bytes'),
};

function countOf({ ended }: Facts): { expected: number; found: number } {
  return ended?.summary.counter ?? { expected: Number.NaN, found: Number.NaN };
}

function lostFigures(facts: Facts): readonly LessonFigure[] {
  const { counter } = facts.ended?.summary ?? {};
  if (counter === undefined) return [];
  const { expected, found, numbers, short = 0 } = counter;
  const lost: LessonFigure = {
    label: 'Updates lost',
    text: `${formatCount(expected - found)} of ${formatCount(expected)}`,
    value: expected - found,
    kind: 'measured',
    method: 'Additions that the tasks made, less what was in shared memory at the end.',
  };
  if (numbers === undefined) return [lost];
  const shortOf: LessonFigure = {
    label: 'Numbers short',
    text: `${formatCount(short)} of ${formatCount(numbers)}`,
    value: short,
    kind: 'measured',
    method: 'Numbers of the array that hold less at the end than tasks added to them.',
  };
  return [lost, shortOf];
}

/** How many times as fast the array reaches a task as it does pickled. */
function overPickling(facts: Facts, earlier: readonly EarlierRun[]): readonly LessonFigure[] {
  const { kind } = facts.started?.scenario?.payload ?? {};
  if (kind !== 'shared-memory' && kind !== 'bytes') return [];
  const own = perTaskFigure(facts);
  const pickled = earlier.findLast(({ values }) => values.what === 'bytes')?.figures;
  const value =
    kind === 'bytes' ? 1 : (pickled?.find(({ label }) => label === own.label)?.value ?? Number.NaN) / own.value;
  return [
    {
      label: 'Over pickling',
      text: formatFactor(value),
      value,
      kind: 'derived',
      method: `“${own.label}” of the latest run that pickled, over that of this run. Pickle the array first.`,
    },
  ];
}

/** From dumps of the argument to the end of the run: of shared memory, the copy into the task is part of the run. */
function perTaskFigure(facts: Facts): LessonFigure {
  const value = phasesNs(facts, ...OUT, 'run');
  return {
    label: 'Argument and run',
    text: formatDuration(value),
    value: value / 1e6,
    kind: 'measured',
    method:
      'dumps, in flight and loads of a task’s argument, and its run, in which it copies what is shared. The median of the tasks.',
  };
}
