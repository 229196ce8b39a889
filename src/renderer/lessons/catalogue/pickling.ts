/** Lesson 4: what crosses the boundary is pickled, and large arguments cost more than the work they feed. */

import python from '../../../../resources/lessons/pickling.py?raw';
import here from '../../../../resources/lessons/pickling.ts.txt?raw';
import { formatDuration } from '../../../shared/format';
import type { Facts } from '../../store/facts';
import { boundaryFigures, OUT, phasesNs } from '../boundary-figures';
import { wallFigure } from '../figures';
import type { Lesson } from '../lesson';

const SIZES = [
  { value: '0', text: 'Nothing' },
  { value: '65536', text: '64 KB' },
  { value: '1048576', text: '1 MB' },
  { value: '16777216', text: '16 MB' },
  { value: '67108864', text: '64 MB' },
];

const sizeText = (bytes: number): string => SIZES.find(({ value }) => value === String(bytes))?.text ?? '';

export const pickling: Lesson = {
  name: 'pickling',
  title: 'Everything is pickled',
  idea: 'A process cannot see another one’s objects. Every argument and every result is pickled, sent and unpickled.',
  text: [
    'dumps turns an object into bytes, loads makes a new object of them. Both sides pay, for each task, there and back.',
    'Blue is your work. Orange is pickling, pale yellow is bytes on their way. From a certain size on there is more orange than blue.',
    'Objects cost more than bytes of the same size: each field is written and read for itself.',
    'Not everything can be pickled. The tab Gallery sends such values through a pool while you look, with Python’s own answers beside.',
    'An error is the better case: some values arrive as something else, and nobody says so.',
  ],
  code: { python, here },
  controls: [
    { id: 'bytes', label: 'Each argument', choices: SIZES, initial: '1048576' },
    {
      id: 'kind',
      label: 'Made of',
      choices: [
        { value: 'bytes', text: 'Bytes' },
        { value: 'text', text: 'Text' },
        { value: 'numbers', text: 'Numbers' },
        { value: 'objects', text: 'Objects' },
      ],
      initial: 'bytes',
    },
    {
      id: 'back',
      label: 'Each result',
      choices: [
        { value: 'number', text: 'A number' },
        { value: 'same', text: 'As large' },
      ],
      initial: 'number',
    },
  ],
  prediction: {
    kind: 'drawn',
    question:
      'How long does one argument take to get to a worker, by its size in bytes? Each line is ten times the one below it.',
    x: { label: 'Each argument', unit: '', values: SIZES.map(({ value }) => Number(value)), text: sizeText },
    y: {
      label: 'Until it is there',
      unit: 'ms',
      scale: 'log',
      min: 0.01,
      max: 1000,
      text: (ms) => formatDuration(ms * 1e6),
      method: 'task.argument',
    },
    values: { kind: 'bytes' },
    answeredBy: ({ kind }) => kind === 'bytes',
    truth: (facts, _, { bytes }) => {
      const ms = argumentNs(facts) / 1e6;
      return SIZES.map(({ value }) => (value === bytes ? ms : null));
    },
    because: (facts) => {
      const runNs = phasesNs(facts, 'run');
      const argNs = argumentNs(facts);
      const which = argNs > runNs ? 'The argument costs more than the work it feeds.' : 'The work is worth the way.';
      return `One argument took ${formatDuration(argNs)} to be pickled, sent and unpickled, its task ${formatDuration(runNs)} to compute. ${which}`;
    },
  },
  simulated: [
    'Pickling here is JavaScript’s structured clone, not Python’s pickle. The costs are of the same kind, and are measured. What is refused differs: see the gallery.',
  ],
  takeAway: 'Send little: a file name, an index, a key. Let the worker fetch or make what is large.',
  scenario: ({ bytes, kind, back }) => ({
    name: 'Everything is pickled',
    // One task at a time in each worker's pipe: bytes that wait there for a busy worker would count as in flight.
    pool: { processes: 2, prefetch: 1 },
    call: { method: 'imap-unordered', chunksize: 1 },
    workload: { name: 'sum-of-squares' },
    input: { generate: { count: tasksOf(Number(bytes), kind), distribution: 'constant', mean: 2_000_000 } },
    payload:
      bytes === '0'
        ? { kind: 'none' }
        : { kind: kind as 'bytes', bytes: Number(bytes), resultBytes: back === 'same' ? Number(bytes) : 0 },
  }),
  figures: (facts) => [wallFigure(facts), ...boundaryFigures(facts)],
};

/** Most that all arguments of a run come to, in bytes; a megabyte of objects, 16,000 of them, costs as much as four of anything else. */
const MOST_BYTES = 268_435_456;

/** A class does not wait for eight times 64 MB of objects: the figures are those of one task. */
function tasksOf(bytes: number, kind: string | undefined): number {
  const cost = bytes * (kind === 'objects' ? 4 : 1);
  return Math.max(2, Math.min(8, Math.round(MOST_BYTES / Math.max(1, cost))));
}

/** dumps, flight and loads of the argument of a task, the median of all; ns. */
const argumentNs = (facts: Facts): number => phasesNs(facts, ...OUT);
