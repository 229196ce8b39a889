/** Lesson 7: a pool costs something for each task, so that short tasks are quicker in a plain loop. */

import { median } from 'd3';
import python from '../../../../resources/lessons/break-even.py?raw';
import here from '../../../../resources/lessons/break-even.ts.txt?raw';
import { formatCount, formatDuration, formatFactor, NO_VALUE } from '../../../shared/format';
import { itemsFor } from '../../derive/break-even/setting';
import { breakEvenStore } from '../../store/break-even';
import type { Facts } from '../../store/facts';
import type { Method } from '../../truth/method';
import { codeOfChoice } from '../code-of-choice';
import { bytesFigure, wallFigure } from '../figures';
import type { EarlierRun, Lesson, LessonFigure, Values } from '../lesson';

const CODE = { python, here };
const WORKERS = [1, 2, 4];
/** A tenth of a second of work or two, so that nobody waits. */
const TASKS = [
  { value: '0.02', text: '20 µs', count: 2000 },
  { value: '1', text: '1 ms', count: 200 },
  { value: '20', text: '20 ms', count: 12 },
];
const BYTES = [
  { value: '0', text: 'Nothing' },
  { value: '1048576', text: '1 MB' },
];
/** More than so many arguments of a megabyte would only make the class wait. */
const MOST_LARGE = 100;

const SPEED_UP: Method = {
  kind: 'derived',
  name: 'speed-up over the loop',
  how: 'Wall time of the latest plain loop over the same tasks, by that of the pool. Where no loop was run, the median of the pool’s runs stands for each task of it.',
};

export const breakEven: Lesson = {
  name: 'break-even',
  title: 'When is it worth it?',
  idea: 'A pool costs something for each task. It is worth it from a certain size of task on, and up to a certain size of argument.',
  text: [
    'Each task is pickled, sent, taken by a worker, and its result comes back. That takes some 10 to 300 µs, whatever the task does.',
    'A task that computes for less than that is quicker in a plain loop. A task of some milliseconds hardly feels it.',
    'A large argument costs more than a small one. A megabyte takes a millisecond or two, for each task that gets it.',
    'Run the plain loop first, then the pool: the figure Over the loop says which of them was quicker. Below 1× that is the loop.',
  ],
  code: codeOfChoice(CODE, 'loop'),
  codeFor: ({ workers }) => codeOfChoice(CODE, workers === 'loop' ? 'loop' : 'pool'),
  controls: [
    { id: 'ms', label: 'Each task computes for', choices: TASKS, initial: '0.02' },
    { id: 'bytes', label: 'Each argument', choices: BYTES, initial: '0' },
    {
      id: 'workers',
      label: 'Workers',
      choices: [
        { value: 'loop', text: 'Plain loop' },
        ...WORKERS.map((count) => ({ value: String(count), text: String(count) })),
      ],
      initial: 'loop',
    },
  ],
  prediction: {
    kind: 'drawn',
    question:
      'Tasks of 20 µs with nothing to carry: how many times as fast as a plain loop is a pool with 1, 2 and 4 workers?',
    x: { label: 'Workers', unit: '', values: WORKERS },
    y: { label: 'Speed-up', unit: '×', max: 4, text: formatFactor, method: SPEED_UP },
    values: { ms: '0.02', bytes: '0', workers: '2' },
    answeredBy: ({ ms, bytes, workers }) => ms === '0.02' && bytes === '0' && workers !== 'loop',
    truth: (facts, _, { workers }, earlier) => {
      const loopNs = loopMsFor(facts, earlier) * 1e6;
      const speedUp = (Number.isNaN(loopNs) ? workNs(facts) : loopNs) / wallNs(facts);
      return WORKERS.map((count) => (String(count) === workers ? speedUp : null));
    },
    because: (facts) => {
      const workers = facts.started?.scenario?.pool.processes ?? Number.NaN;
      const tasks = facts.ended?.summary.tasks.completed ?? Number.NaN;
      const each = formatDuration(wallNs(facts) / tasks);
      return `A task computes for ${formatDuration(workNs(facts) / tasks)}, and the pool of ${formatCount(workers)} took ${each} for each. What is more than the work is the way there and back.`;
    },
  },
  simulated: [],
  takeAway:
    'Give a pool few large tasks with small arguments. Where tasks are short, put many into a chunk, or use a loop.',
  lab: { name: 'break-even' },
  labFor: ({ ms, bytes, workers }) => ({
    name: 'break-even',
    workers: workers === 'loop' ? 2 : Number(workers),
    tasks: taskCount(ms, bytes),
    taskMs: Number(ms),
    bytes: Number(bytes),
  }),
  scenario: ({ ms, bytes, workers }) => {
    const { costs = null } = breakEvenStore.getState().progress ?? {};
    return {
      name: 'When is it worth it?',
      engine: workers === 'loop' ? 'serial' : 'utility-process',
      pool: { processes: workers === 'loop' ? 1 : Number(workers) },
      call: { method: 'map', chunksize: 1 },
      workload: { name: 'sum-of-squares' },
      input: {
        generate: {
          count: taskCount(ms, bytes),
          distribution: 'constant',
          mean: itemsFor(Number(ms), costs),
        },
      },
      payload: bytes === '0' ? { kind: 'none' } : { kind: 'bytes', bytes: Number(bytes) },
    };
  },
  figures: (facts, _, earlier) => [wallFigure(facts), overLoop(facts, earlier), perTask(facts), bytesFigure(facts)],
};

function taskCount(ms: string | undefined, bytes: string | undefined): number {
  const { count = 1 } = TASKS.find(({ value }) => value === ms) ?? {};
  return bytes === '0' ? count : Math.min(count, MOST_LARGE);
}

const wallNs = ({ ended }: Facts): number => (ended?.summary.wallMs ?? Number.NaN) * 1e6;

/** The median of the runs for each task: what a plain loop would take for them, once its code is compiled. */
function workNs({ data: { table } }: Facts): number {
  const { runBegin, runEnd } = table.columns;
  const runs = Array.from({ length: table.length }, (_, row) => (runEnd[row] ?? Number.NaN) - (runBegin[row] ?? 0));
  return (median(runs) ?? Number.NaN) * table.length;
}

/** Of a plain loop 1; of a pool, against the latest loop of this lesson over the same tasks. */
function overLoop(facts: Facts, earlier: readonly EarlierRun[]): LessonFigure {
  const scenario = facts.started?.scenario;
  const wall = wallFigure(facts).value;
  const value = scenario?.engine === 'serial' ? 1 : loopMsFor(facts, earlier) / wall;
  return {
    label: 'Over the loop',
    text: Number.isNaN(value) ? NO_VALUE : formatFactor(value),
    value,
    kind: 'derived',
    method: 'Wall time of the latest plain loop of this lesson over the same tasks, by wall time. Run the loop first.',
  };
}

/** Wall time of the latest plain loop over the same tasks; NaN: there was none. */
function loopMsFor(facts: Facts, earlier: readonly EarlierRun[]): number {
  const loop = earlier.findLast(({ values }) => isLoopOf(values, facts));
  return loop?.figures.find(({ label }) => label === 'Wall time')?.value ?? Number.NaN;
}

/** The same number of tasks of the same size: what they carry makes no difference to a loop. */
function isLoopOf({ ms, bytes, workers }: Values, { started }: Facts): boolean {
  return (
    workers === 'loop' && taskCount(ms, bytes) === started?.tasks && sizeOf(started.scenario) === itemsOf(ms ?? '')
  );
}

const itemsOf = (ms: string): number => itemsFor(Number(ms), breakEvenStore.getState().progress?.costs ?? null);

const sizeOf = (scenario: NonNullable<Facts['started']>['scenario']): number | undefined =>
  scenario?.input.generate?.mean;

function perTask(facts: Facts): LessonFigure {
  const tasks = facts.ended?.summary.tasks.completed ?? Number.NaN;
  const value = wallNs(facts) / tasks;
  return {
    label: 'A task',
    text: formatDuration(value),
    value: value / 1e6,
    kind: 'derived',
    method: 'Wall time over the number of tasks.',
  };
}
