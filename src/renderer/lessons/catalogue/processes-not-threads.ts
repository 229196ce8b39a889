/** Lesson 1: processes run at once, threads under one lock take turns. */

import python from '../../../../resources/lessons/processes-not-threads.py?raw';
import here from '../../../../resources/lessons/processes-not-threads.ts.txt?raw';
import { formatDuration, formatFactor } from '../../../shared/format';
import { runProgress } from '../../derive/run-progress';
import type { Facts } from '../../store/facts';
import { codeOfChoice } from '../code-of-choice';
import { coresFigure, pidsFigure, speedupFigure, wallFigure } from '../figures';
import type { Lesson } from '../lesson';

const CODE = { python, here };

/** More than this many times the work of one at once counts as overlapping. */
const OVERLAPS = 1.3;

export const processesNotThreads: Lesson = {
  name: 'processes-not-threads',
  title: 'Processes, not threads',
  idea: 'Threads of one Python process share a lock and take turns. Processes run at once.',
  text: [
    'A Python interpreter has one lock, the GIL. Whoever runs Python code holds it, so two threads of a process never compute at the same time.',
    'A process has an interpreter of its own, and a lock of its own. Four processes compute on as many cores as there are.',
    'Run the work three ways and compare the lanes: do the blue spans lie above each other, or one after the other?',
    'Each lane of a process has a PID of its own: by this number ps and the task manager know it while it runs. Threads all have that of their process.',
  ],
  code: codeOfChoice(CODE, 'threads'),
  codeFor: ({ engine }) => codeOfChoice(CODE, engine === 'utility-process' ? 'processes' : 'threads'),
  controls: [
    {
      id: 'engine',
      label: 'Workers are',
      choices: [
        { value: 'locked-thread', text: 'Threads, one lock' },
        { value: 'utility-process', text: 'Processes' },
        { value: 'thread', text: 'JavaScript threads' },
      ],
      initial: 'locked-thread',
    },
    {
      id: 'processes',
      label: 'How many',
      choices: ['1', '2', '4'].map((value) => ({ value, text: value })),
      initial: '2',
    },
  ],
  prediction: {
    kind: 'choice',
    question: 'Two threads share one lock. How much faster are they than one?',
    choices: ['Twice as fast', 'Half as fast again', 'No faster'],
    values: { engine: 'locked-thread', processes: '2' },
    answeredBy: ({ engine, processes }) => engine === 'locked-thread' && processes !== '1',
    truth: (facts) => {
      const factor = speedup(facts);
      return factor > 1.75 ? 0 : factor > OVERLAPS ? 1 : 2;
    },
    because: (facts) => {
      const { wallNs, serialNs } = runProgress(facts);
      return `The runs add up to ${formatDuration(serialNs.value)} and took ${formatDuration(wallNs.value)}: ${formatFactor(speedup(facts))}. Only one thread had the lock at any moment.`;
    },
  },
  simulated: [
    'Threads, one lock: JavaScript threads have no GIL. These hold a lock of Poolscope’s for each whole task; Python’s threads change every 5 ms.',
  ],
  takeAway: 'For work that computes, use processes: threads of one interpreter take turns.',
  scenario: ({ engine, processes }) => ({
    name: 'Processes, not threads',
    engine: engine as 'utility-process',
    pool: { processes: Number(processes) },
    call: { method: 'map', chunksize: 1 },
    workload: { name: 'sum-of-squares' },
    input: { generate: { count: 8, distribution: 'constant', mean: 40_000_000 } },
  }),
  figures: (facts) => [wallFigure(facts), speedupFigure(facts), coresFigure(facts), pidsFigure(facts)],
};

function speedup(facts: Facts): number {
  return runProgress(facts).speedup.value;
}
