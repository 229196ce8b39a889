/** Policy `retry`: whoever is killed, every result arrives exactly once and is the serial run's. */
import { calls, range, serially } from '../make-pool';
import type { StressCase, StressLab } from '../stress-case';
import { collected, type Hunted, hunted, LIMIT_MS, SEED, unlike } from './hunted';

/** Its result depends on the number of the task, not on its item alone: a mix-up of two tasks is seen. */
const spec = calls('monte-carlo-pi');
/** Points of short and of long tasks: batches of short ones, and workers in the middle of a long one. */
const SHORT = 2000;
const LONG = 400_000;

const points = (tasks: number): number[] => range(tasks).map((index) => (index % 20 === 0 ? LONG : SHORT));

const sizes = (lab: StressLab) => ({ tasks: lab.sized(1500, 20_000), kills: lab.sized(8, 50) });

function claimAllOnce(lab: StressLab, { pool, injector, endedOtherThanOnce }: Hunted): void {
  const { tasks, kills } = sizes(lab);
  const { completed, failed, lost, retried } = pool.counts;
  lab.claim('kills', injector.hits, kills);
  lab.claim('tasks that ended other than once', endedOtherThanOnce(), 0);
  lab.claim('counts', { completed, failed, lost }, { completed: tasks, failed: 0, lost: 0 });
  lab.note(`${tasks} tasks, ${injector.hits} kills, ${retried} began again`);
}

export const retryCases: readonly StressCase[] = [
  {
    name: 'retry-map',
    sentence: 'retry, map: the results are those of a serial run',
    limitMs: LIMIT_MS,
    run: async (lab) => {
      const items = points(sizes(lab).tasks);
      const prey = hunted(lab, 'retry', { ...sizes(lab), seed: SEED });
      const results = await prey.pool.map(spec, items, 10);
      prey.pool.close();
      await prey.pool.join();
      const serial = await serially(spec, items);
      lab.claim('results', results.length, items.length);
      lab.claim('results unlike the serial ones', results.filter((value, at) => value !== serial[at]).length, 0);
      claimAllOnce(lab, prey);
    },
  },
  {
    name: 'retry-imap',
    sentence: 'retry, imap: every result arrives once, in order',
    limitMs: LIMIT_MS,
    run: async (lab) => {
      const items = points(sizes(lab).tasks);
      const prey = hunted(lab, 'retry', { ...sizes(lab), seed: SEED + 1 });
      const answers = await collected(prey.pool.imap(spec, items));
      await prey.pool.terminate();
      lab.claim('answers', answers.length, items.length);
      lab.claim('answers out of order', answers.filter(({ position }, at) => position !== at).length, 0);
      lab.claim('results unlike the serial ones', unlike(answers, await serially(spec, items)), 0);
      claimAllOnce(lab, prey);
    },
  },
  {
    name: 'retry-replaced',
    sentence: 'retry, imapUnordered, workers replaced besides: every result arrives once',
    limitMs: LIMIT_MS,
    run: async (lab) => {
      const items = points(sizes(lab).tasks);
      const prey = hunted(lab, 'retry', { ...sizes(lab), seed: SEED + 2, maxTasksPerChild: 300 });
      const answers = await collected(prey.pool.imapUnordered(spec, items));
      await prey.pool.terminate();
      lab.claim('answers', answers.length, items.length);
      lab.claim('positions', new Set(answers.map(({ position }) => position)).size, items.length);
      lab.claim('results unlike the serial ones', unlike(answers, await serially(spec, items)), 0);
      claimAllOnce(lab, prey);
    },
  },
];
