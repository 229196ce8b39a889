/** Policies that give tasks up: every task has one end, and every loss names the worker that died with it. */
import type { StressCase, StressLab } from '../stress-case';
import { collected, hunted, LIMIT_MS, nap, naps, SEED, unlike } from './hunted';

async function givenUp(lab: StressLab, policy: 'fail' | 'lose'): Promise<void> {
  const tasks = lab.sized(800, 20_000);
  const kills = lab.sized(8, 50);
  const { pool, injector, endedOtherThanOnce } = hunted(lab, policy, { tasks, kills, seed: SEED });
  const answers = await collected(pool.imapUnordered(nap, naps(tasks)));
  pool.close();
  await pool.join();
  const good = answers.filter(({ result }) => result.ok);
  const errors = answers.flatMap(({ result }) => (result.ok ? [] : result.error));
  const dead = new Set(pool.workers.flatMap(({ pid, exit }) => (exit?.kind === 'crashed' ? pid : [])));
  const named = errors.filter(
    ({ name, message }) => name === 'WorkerLostError' && dead.has(Number(/\d+/.exec(message)?.[0])),
  );
  const { completed, failed, lost } = pool.counts;
  lab.claim('kills, and workers that died', [injector.hits, dead.size], [kills, kills]);
  lab.claim('answers, and other than one', [answers.length, endedOtherThanOnce()], [tasks, 0]);
  lab.claim('completed', completed, good.length);
  lab.claim('failed and lost', [failed, lost], policy === 'fail' ? [errors.length, 0] : [0, errors.length]);
  lab.claim('completed, failed and lost', completed + failed + lost, tasks);
  // A kill may come just when a worker is between two tasks; not fifty of them.
  lab.claim('something was given up', errors.length >= lab.sized(0, 1), true);
  lab.claim('errors that name a dead worker', named.length, errors.length);
  lab.claim('results unlike the serial ones', unlike(good, naps(tasks)), 0);
  lab.note(`${tasks} tasks, ${injector.hits} kills, ${errors.length} ${policy === 'fail' ? 'failed' : 'lost'}`);
}

export const givenUpCases: readonly StressCase[] = [
  {
    name: 'fail',
    sentence: 'fail: completed and failed are all that was submitted',
    limitMs: LIMIT_MS,
    run: (lab) => givenUp(lab, 'fail'),
  },
  {
    name: 'lose',
    sentence: 'lose: the lost are named, and the call ends',
    limitMs: LIMIT_MS,
    run: (lab) => givenUp(lab, 'lose'),
  },
];
