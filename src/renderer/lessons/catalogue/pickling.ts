/** Lesson 4: what crosses the boundary is pickled, and large arguments cost more than the work they feed. */

import python from '../../../../resources/lessons/pickling.py?raw';
import here from '../../../../resources/lessons/pickling.ts.txt?raw';
import { formatDuration, formatPercent } from '../../../shared/format';
import { runProgress } from '../../derive/run-progress';
import type { Facts } from '../../store/facts';
import { bytesFigure, picklingFigure, wallFigure } from '../figures';
import type { Lesson } from '../lesson';

const SIZES = [
  { value: '0', text: 'Nothing' },
  { value: '65536', text: '64 KB' },
  { value: '1048576', text: '1 MB' },
  { value: '16777216', text: '16 MB' },
  { value: '67108864', text: '64 MB' },
];

export const pickling: Lesson = {
  name: 'pickling',
  title: 'Everything is pickled',
  idea: 'A process cannot see another one’s objects. Every argument and every result is pickled, sent and unpickled.',
  text: [
    'dumps turns an object into bytes, loads makes a new object of them. Both sides pay, for each task, there and back.',
    'Blue is your work. Orange is pickling, pale yellow is bytes on their way. From a certain size on there is more orange than blue.',
    'Objects cost more than bytes of the same size: each field is written and read for itself.',
    'Not everything can be pickled. A function made on the spot, such as a lambda, is refused with an error on both sides.',
  ],
  code: { python, here },
  controls: [
    { id: 'bytes', label: 'Each argument', choices: SIZES, initial: '1048576' },
    {
      id: 'kind',
      label: 'Made of',
      choices: [
        { value: 'bytes', text: 'Bytes' },
        { value: 'numbers', text: 'Numbers' },
        { value: 'objects', text: 'Objects' },
      ],
      initial: 'bytes',
    },
  ],
  prediction: {
    question: 'A task computes for some milliseconds, with 16 MB of bytes as its argument. What takes longer?',
    choices: ['The work', 'About the same', 'Getting the argument there'],
    values: { bytes: '16777216', kind: 'bytes' },
    answeredBy: ({ bytes, kind }) => bytes === '16777216' && kind === 'bytes',
    truth: (facts) => {
      const ratio = boundaryNs(facts) / runProgress(facts).serialNs.value;
      return ratio > 1.25 ? 2 : ratio > 0.8 ? 1 : 0;
    },
    because: (facts) => {
      const { serialNs, pickling: shares } = runProgress(facts);
      return `The work of all tasks took ${formatDuration(serialNs.value)}, bringing their arguments over ${formatDuration(boundaryNs(facts))}. Pickling was ${formatPercent(shares.shareOfBusy.value)} of the busy time.`;
    },
  },
  simulated: [
    'Pickling here is JavaScript’s structured clone, not Python’s pickle. The costs are of the same kind and are measured; the refused values differ.',
  ],
  takeAway: 'Send little: a file name, an index, a key. Let the worker fetch or make what is large.',
  scenario: ({ bytes, kind }) => ({
    name: 'Everything is pickled',
    pool: { processes: 2 },
    call: { method: 'imap-unordered', chunksize: 1 },
    workload: { name: 'sum-of-squares' },
    // A megabyte of objects is 16,000 of them: much larger ones would only make the class wait.
    input: { generate: { count: 8, distribution: 'constant', mean: 2_000_000 } },
    payload: bytes === '0' ? { kind: 'none' } : { kind: kind as 'bytes', bytes: Number(bytes) },
  }),
  figures: (facts) => [wallFigure(facts), picklingFigure(facts), bytesFigure(facts)],
};

/** dumps, flight and loads of all arguments; ns. */
function boundaryNs({ data: { table } }: Facts): number {
  const { argsDumpsBegin, argsDumpsEnd, argsSent, argsReceived, argsLoadsBegin, runBegin } = table.columns;
  let sum = 0;
  for (let row = 0; row < table.length; row++) {
    const dumps = (argsDumpsEnd[row] ?? Number.NaN) - (argsDumpsBegin[row] ?? Number.NaN);
    const flight = (argsReceived[row] ?? Number.NaN) - (argsSent[row] ?? Number.NaN);
    const loads = (runBegin[row] ?? Number.NaN) - (argsLoadsBegin[row] ?? Number.NaN);
    const all = dumps + flight + loads;
    if (!Number.isNaN(all)) sum += all;
  }
  return sum;
}
