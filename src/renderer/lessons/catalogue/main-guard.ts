/** Lesson 2: a spawned worker imports the program again, and what the guard keeps it from. */

import python from '../../../../resources/lessons/main-guard.py?raw';
import here from '../../../../resources/lessons/main-guard.ts.txt?raw';
import { formatCount, formatDuration, NO_VALUE } from '../../../shared/format';
import type { SpawnTreeExperiment, SpawnTreeFigures } from '../../../shared/spawn-tree';
import { treeMoment } from '../../derive/tree-moment';
import type { Facts } from '../../store/facts';
import type { Lesson, LessonCode, LessonFigure } from '../lesson';
import { withoutGuard } from '../without-guard';

const WORKERS = 2;
const GUARDED: LessonCode = { python, here };
const UNGUARDED: LessonCode = { python: withoutGuard(python), here: withoutGuard(here) };

export const mainGuard: Lesson = {
  name: 'main-guard',
  title: 'The main guard',
  idea: 'A spawned worker imports your program again. The guard keeps it from running it again.',
  text: [
    'Spawn starts a fresh interpreter that knows nothing of your program. Of your function only the name is pickled, so the worker imports your file to find it.',
    'Importing a file runs its top level. If a Pool is made there, each worker makes one too. if __name__ == "__main__" is true in the program alone: that is the guard.',
    'Python notices when the guard is missing: a worker that starts processes while it imports dies of a RuntimeError. But a Pool replaces dead workers, so this goes on and on.',
    'The third setting leaves that check out: every worker has workers, as a fork bomb does. Poolscope counts each process before it starts it, stops at the cap, and ends all that are left.',
    'A Pool of n workers boots n interpreters and imports your file n times, with all that it imports. Compare a program that imports nothing with one that imports three libraries.',
  ],
  code: GUARDED,
  codeFor: ({ guard }) => (guard === 'there' ? GUARDED : UNGUARDED),
  moments: { all: ['import', 'guard', 'boot', 'call', 'task', 'end'], at: treeMoment },
  controls: [
    {
      id: 'guard',
      label: 'The guard is',
      choices: [
        { value: 'there', text: 'There' },
        { value: 'missing', text: 'Missing' },
        { value: 'unchecked', text: 'Missing, unchecked' },
      ],
      initial: 'there',
    },
    {
      id: 'most',
      label: 'Cap on processes',
      choices: ['8', '16', '32'].map((value) => ({ value, text: value })),
      initial: '16',
    },
    {
      id: 'imports',
      label: 'The program imports',
      choices: [
        { value: 'nothing', text: 'Nothing' },
        { value: 'libraries', text: 'Libraries' },
      ],
      initial: 'nothing',
    },
  ],
  prediction: {
    kind: 'choice',
    question: `The guard is missing, and the program makes a Pool of ${WORKERS}. How many processes are started?`,
    choices: ['3: the program and 2 workers', '7: each worker has 2 of its own', 'More and more, until the cap'],
    values: { guard: 'missing' },
    answeredBy: ({ guard }) => guard !== 'there',
    truth: (facts) => {
      const { started } = figuresOf(facts);
      return started <= 1 + WORKERS ? 0 : started <= 1 + WORKERS + WORKERS * WORKERS ? 1 : 2;
    },
    because: (facts) => {
      const { started, raised, deepest, timeUp } = figuresOf(facts);
      const { guard, most = Number.NaN } = setupOf(facts) ?? {};
      const end = timeUp === 1 ? 'Its time was up before the cap.' : `The cap of ${formatCount(most)} stopped it.`;
      return guard === 'unchecked'
        ? `Every worker imported the program and made a Pool of its own: ${formatCount(started)} processes, ${deepest} deep. ${end}`
        : `${formatCount(raised)} workers died of the RuntimeError, and the Pool started a new one for each: ${formatCount(started)} processes. ${end}`;
    },
  },
  simulated: [
    'Poolscope starts each process for the one that asks, so that no mistake can pass the cap. To ps they all belong to Poolscope; the lanes show who asked for whom.',
    'The interpreters are JavaScript’s. The RuntimeError has Python’s words and comes at the same place; a test checks it against Python. Python has no setting without its check.',
  ],
  takeAway:
    'Start processes only below if __name__ == "__main__". Keep what you import at the top light: every worker pays for it.',
  experiment: ({ guard, most, imports }) => ({
    name: 'spawn-tree',
    guard: guard as SpawnTreeExperiment['guard'],
    imports: imports as SpawnTreeExperiment['imports'],
    workers: WORKERS,
    most: Number(most),
  }),
  figures: (facts) => {
    const { started, aliveMost, deepest, refused, raised, bootMs, importMs, goneMs, leftAlive } = figuresOf(facts);
    const most = setupOf(facts)?.most ?? Number.NaN;
    return [
      count('Started', started, 'Processes that were started: the program itself and every child.'),
      {
        ...count(
          'Alive at most',
          aliveMost,
          'The largest number at once, from each start to the exit that the operating system told.',
        ),
        text: `${formatCount(aliveMost)} of ${formatCount(most)}`,
      },
      time(
        'Boot of one',
        bootMs,
        'From the start of a process to the first line that its interpreter runs. Of all processes the median.',
      ),
      time(
        'Import',
        importMs,
        'From there until the worker has come to the guard or to the Pool, all that is imported included. The median of the workers.',
      ),
      count('Depth', deepest, 'The program has depth 0, its children 1, their children 2.'),
      count('Errors', raised, 'Workers that died of the RuntimeError.'),
      count('Refused', refused, 'Starts that the cap has refused.'),
      {
        ...time(
          'Gone after',
          leftAlive === 0 ? goneMs : Number.NaN,
          'From the decision to end what was left to the last exit. Then each PID is looked up once more: none may be there.',
        ),
        ...(leftAlive === 0 ? {} : { text: `${formatCount(leftAlive)} are left` }),
      },
    ];
  },
};

/** Those that the run does not have are NaN. */
function figuresOf({ ended }: Facts): SpawnTreeFigures {
  return { ...NO_FIGURES, ...ended?.summary.experiment };
}

const NO_FIGURES: SpawnTreeFigures = {
  started: Number.NaN,
  children: Number.NaN,
  deepest: Number.NaN,
  aliveMost: Number.NaN,
  refused: Number.NaN,
  raised: Number.NaN,
  bootMs: Number.NaN,
  importMs: Number.NaN,
  leftAlive: Number.NaN,
  goneMs: Number.NaN,
  timeUp: Number.NaN,
  tooDeep: Number.NaN,
};

function setupOf({ started }: Facts): SpawnTreeExperiment | null {
  const { experiment } = started ?? {};
  return experiment?.name === 'spawn-tree' ? experiment : null;
}

const count = (label: string, value: number, method: string): LessonFigure => ({
  label,
  text: formatCount(value),
  value,
  kind: 'measured',
  method,
});

const time = (label: string, ms: number, method: string): LessonFigure => ({
  label,
  text: Number.isNaN(ms) ? NO_VALUE : formatDuration(ms * 1e6),
  value: ms,
  kind: 'measured',
  method,
});
