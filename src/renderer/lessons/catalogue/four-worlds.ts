/** Lesson 8: whether work computes or waits decides which of the four worlds is right for it. */

import python from '../../../../resources/lessons/four-worlds.py?raw';
import here from '../../../../resources/lessons/four-worlds.ts.txt?raw';
import { formatCount, formatDuration, formatFactor, NO_VALUE } from '../../../shared/format';
import type { EngineName, ScenarioDraft } from '../../../shared/scenario';
import { mostRunsAtOnce } from '../../derive/most-at-once';
import type { Facts } from '../../store/facts';
import { codeOfChoice } from '../code-of-choice';
import { atOnceFigure, coresFigure, memoryFigure, startUpFigure, wallFigure } from '../figures';
import type { EarlierRun, Lesson, LessonFigure, Values } from '../lesson';

const TASKS = 16;
const WAIT_MS = 100;

const CODE = { python, here };

/** Engines in the order of the text; the name on the axis of the drawing has to be short. `code`: whose lines run. */
const WORLDS = [
  { value: 'serial', text: 'Plain loop', short: 'Loop', code: 'loop' },
  { value: 'locked-thread', text: 'Threads, one lock', short: 'Locked', code: 'threads' },
  { value: 'thread', text: 'JavaScript threads', short: 'Threads', code: 'threads' },
  { value: 'utility-process', text: 'Processes', short: 'Processes', code: 'processes' },
  { value: 'async', text: 'Async', short: 'Async', code: 'async' },
] as const satisfies readonly { value: EngineName; text: string; short: string; code: string }[];

const WORKS: Readonly<
  Record<string, { readonly text: string; readonly work: Pick<ScenarioDraft, 'workload' | 'input'> }>
> = {
  computing: {
    text: 'Computing',
    work: { workload: { name: 'sum-of-squares' }, input: same(20_000_000) },
  },
  waiting: { text: 'Waiting', work: { workload: { name: 'sleep' }, input: same(WAIT_MS) } },
  mixture: {
    text: 'A mixture',
    work: {
      workload: { name: 'read-and-echo', params: { fileKb: 256, echoes: 2, delayMs: 40 } },
      input: same(32),
    },
  },
};

function same(mean: number): ScenarioDraft['input'] {
  return { generate: { count: TASKS, distribution: 'constant', mean } };
}

export const fourWorlds: Lesson = {
  name: 'four-worlds',
  title: 'CPU-bound or I/O-bound?',
  idea: 'Whether a task computes or waits decides which of the four worlds is right for it: loop, threads, processes, async.',
  text: [
    'Work that computes needs a core. Work that waits for a disk, a network or a clock needs none: one core can wait for a thousand answers.',
    'Threads under one lock compute in turn. They let go of the lock while they wait, so they wait side by side.',
    'Async is one thread. While one task waits it goes on with another. A task that computes lets nobody else begin.',
    'The mixture reads a file, asks a server on this machine twice and computes a checksum. Look at memory and start-up as well: a process costs most.',
  ],
  code: codeOfChoice(CODE, 'loop'),
  codeFor: ({ world }) => codeOfChoice(CODE, WORLDS.find(({ value }) => value === world)?.code ?? 'loop'),
  controls: [
    { id: 'world', label: 'World', choices: WORLDS.map(({ value, text }) => ({ value, text })), initial: 'serial' },
    {
      id: 'work',
      label: 'Work',
      choices: Object.entries(WORKS).map(([value, { text }]) => ({ value, text })),
      initial: 'waiting',
    },
    {
      id: 'atOnce',
      label: 'Workers, or tasks in flight',
      choices: ['2', '4', '8'].map((value) => ({ value, text: value })),
      initial: '8',
    },
  ],
  prediction: {
    kind: 'drawn',
    question: 'Sixteen tasks wait for 100 ms each, up to 8 at once. How long does each world take for all of them?',
    x: {
      label: 'World',
      unit: '',
      named: true,
      values: WORLDS.map((_, index) => index),
      text: (index) => WORLDS[index]?.short ?? '',
    },
    y: {
      label: 'Wall time',
      unit: 'ms',
      max: 2000,
      text: (ms) => (ms === 0 ? '0' : formatDuration(ms * 1e6)),
      method: 'wall',
    },
    values: { work: 'waiting', atOnce: '8' },
    answeredBy: ({ work, atOnce }) => work === 'waiting' && atOnce === '8',
    truth: ({ ended }, _, { world }) =>
      WORLDS.map(({ value }) => (value === world ? (ended?.summary.wallMs ?? null) : null)),
    because: ({ data, started, ended }) => {
      const world = WORLDS.find(({ value }) => value === started?.scenario?.engine)?.text ?? 'This world';
      const most = mostRunsAtOnce(data.table);
      const all = formatDuration(TASKS * WAIT_MS * 1e6);
      const took = formatDuration((ended?.summary.wallMs ?? Number.NaN) * 1e6);
      const waited = most === 1 ? 'one task waited at a time' : `up to ${formatCount(most)} tasks waited at once`;
      return `${world}: ${waited}, and ${all} of waiting took ${took}.`;
    },
  },
  simulated: [
    'Threads, one lock: JavaScript threads have no GIL. These hold a lock of Poolscope’s while they compute; Python’s threads change every 5 ms.',
  ],
  lab: { name: 'four-worlds', tasks: TASKS, waitMs: WAIT_MS, workers: 8 },
  takeAway:
    'To compute, use processes. To wait, use async or threads. For a mixture, measure: what it mostly does decides.',
  scenario: ({ world, work, atOnce }) =>
    ({
      name: 'CPU-bound or I/O-bound?',
      engine: world as EngineName,
      pool: { processes: Number(atOnce) },
      call: { method: 'map', chunksize: 1 },
      ...(WORKS[work ?? ''] ?? WORKS.waiting)?.work,
    }) as Omit<ScenarioDraft, 'version'>,
  figures: (facts, _, earlier) => [
    wallFigure(facts),
    overLoop(facts, earlier),
    atOnceFigure(facts),
    coresFigure(facts),
    memoryFigure(facts),
    startUpFigure(facts),
  ],
};

/** Against the plain loop's own run: the sum of runs would count waiting for the lock, or for the loop, as work. */
function overLoop(facts: Facts, earlier: readonly EarlierRun[]): LessonFigure {
  const { engine, workload } = facts.started?.scenario ?? {};
  const wall = wallFigure(facts).value;
  const isLoopOfThis = ({ world, work }: Values): boolean =>
    world === 'serial' && WORKS[work ?? '']?.work.workload.name === workload?.name;
  const loop = earlier
    .findLast(({ values }) => isLoopOfThis(values))
    ?.figures.find(({ label }) => label === 'Wall time');
  const value = engine === 'serial' ? 1 : (loop?.value ?? Number.NaN) / wall;
  return {
    label: 'Over the loop',
    text: Number.isNaN(value) ? NO_VALUE : formatFactor(value),
    value,
    kind: 'derived',
    method:
      'Wall time of the latest plain loop of this lesson with the same work, over wall time. Run the plain loop first.',
  };
}
