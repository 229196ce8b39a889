/** Workers that meet their memory limit: V8 ends them, the policy decides, the pool goes on. */
import { calls, makePool, range } from '../make-pool';
import type { StressCase, StressLab } from '../stress-case';
import { collected } from './hunted';

const EVERY = 8;

async function leak(lab: StressLab, onWorkerLost: 'retry' | 'fail', deathsATask: number): Promise<void> {
  const tasks = lab.sized(2, 10) * EVERY;
  const pool = makePool(lab, { onWorkerLost, retries: 1, memoryLimitMb: 64 });
  const answers = await collected(pool.imap(calls('leak-memory', { every: EVERY, stepMb: 8 }), range(tasks)));
  await pool.terminate();
  const leaking = range(tasks).filter((item) => item % EVERY === EVERY - 1);
  const failed = answers.filter(({ result }) => !result.ok && result.error.name === 'WorkerLostError');
  const deaths = pool.workers.filter(({ exit }) => exit?.kind === 'crashed').length;
  lab.claim(
    'tasks that failed',
    failed.map(({ position }) => position),
    leaking,
  );
  lab.claim('completed', pool.counts.completed, tasks - leaking.length);
  lab.claim('workers that died', deaths, leaking.length * deathsATask);
  lab.note(`${tasks} tasks, ${deaths} workers out of memory`);
}

export const outOfMemoryCases: readonly StressCase[] = [
  {
    name: 'memory-fail',
    sentence: 'a worker out of memory, fail: its task fails, the others complete',
    limitMs: [60_000, 120_000],
    run: (lab) => leak(lab, 'fail', 1),
  },
  {
    name: 'memory-retry',
    sentence: 'a worker out of memory, retry: its task is given up in the end',
    limitMs: [60_000, 120_000],
    run: (lab) => leak(lab, 'retry', 2),
  },
];
