import type { LostPolicy } from '../../../src/shared/scenario';
import { type Case, type Lab, range, told } from '../case';

/** Three tasks, the first of which ends its worker. */
async function afterDeath(lab: Lab, onWorkerLost: LostPolicy) {
  const pool = lab.pool({ processes: 1, onWorkerLost });
  const spec = lab.workload('crash', { every: 3 });
  const error = await pool.map(spec, [2, 0, 1], 1).then(
    () => 'no error',
    ({ name }: Error) => name,
  );
  const { completed, failed, lost, retried } = pool.counts;
  return { error, completed, failed, lost, retried };
}

export const deathCases: readonly Case[] = [
  {
    sentence: 'retry: the task runs again, at most so many times, and then fails',
    expected: { error: 'WorkerLostError', completed: 2, failed: 1, lost: 0, retried: 1 },
    run: (lab) => afterDeath(lab, 'retry'),
  },
  {
    sentence: 'fail: the task fails, the others complete',
    expected: { error: 'WorkerLostError', completed: 2, failed: 1, lost: 0, retried: 0 },
    run: (lab) => afterDeath(lab, 'fail'),
  },
  {
    sentence: 'break: the whole pool fails, as that of concurrent.futures does',
    expected: { error: 'BrokenProcessPool', completed: 0, failed: 3, lost: 0, retried: 0 },
    run: (lab) => afterDeath(lab, 'break'),
  },
  {
    sentence: 'lose: the task is lost and named, and nothing hangs',
    expected: { error: 'WorkerLostError', completed: 2, failed: 0, lost: 1, retried: 0 },
    run: (lab) => afterDeath(lab, 'lose'),
  },
  {
    sentence: 'a retried task gives its result once, as if nothing had happened',
    expected: { results: [400, ...range(8)], retried: 1 },
    run: async (lab) => {
      let killed = false;
      const observer = {
        chunkProgress: () => {
          if (!killed) killed = pool.killWorker(0);
        },
      };
      const pool = lab.pool({ processes: 1, observer });
      const results = await told(pool.map(lab.own('timed'), [400, ...range(8)], 1));
      return { results, retried: pool.counts.retried };
    },
  },
  {
    sentence: 'only the task that a worker died with counts as tried: those in its pipe go back to the queue',
    expected: { completed: 19, failed: 1 },
    run: async (lab) => {
      const pool = lab.pool({ processes: 1, prefetch: 16, retries: 0 });
      await told(pool.map(lab.workload('crash', { every: 20 }), [19, ...range(19)], 1));
      const { completed, failed } = pool.counts;
      return { completed, failed };
    },
  },
  {
    sentence: 'a task that takes too long is ended with its worker, and the policy decides',
    expected: { errors: ['TaskTimeoutError'], completed: 4, workers: 2 },
    run: async (lab) => {
      const errors: string[] = [];
      const pool = lab.pool({ processes: 1, onWorkerLost: 'fail', taskTimeoutMs: 150 });
      for await (const { result } of pool.imap(lab.workload('hang', { every: 3 }), range(5))) {
        if (!result.ok) errors.push(result.error.name);
      }
      return { errors, completed: pool.counts.completed, workers: pool.workers.length };
    },
  },
  {
    sentence: 'a timeout holds for each task of a chunk on its own',
    expected: [100, 100, 100, 100],
    run: (lab) => told(lab.pool({ processes: 1, taskTimeoutMs: 300 }).map(lab.own('timed'), [100, 100, 100, 100], 4)),
  },
  {
    sentence: 'loading a function is no part of the task, and the timeout does not count it',
    expected: { result: 5, workers: 1 },
    run: async (lab) => {
      const pool = lab.pool({ processes: 1, taskTimeoutMs: 100 });
      const result = await told(pool.apply(lab.own('default', false, 'slow-to-load.mjs'), 5));
      return { result, workers: pool.workers.length };
    },
  },
  {
    sentence: 'an exit is told apart from a signal',
    expected: true,
    run: async (lab) => {
      const pool = lab.pool({ onWorkerLost: 'fail' });
      return /exit code 9\b/.test(String(await told(pool.apply(lab.workload('exit', { every: 1, code: 9 }), 0))));
    },
  },
  {
    sentence: 'a worker that meets its memory limit ends, and the pool goes on',
    expected: { error: 'WorkerLostError', next: 5 },
    run: async (lab) => {
      const pool = lab.pool({ onWorkerLost: 'fail', memoryLimitMb: 64 });
      const error = await pool.apply(lab.workload('leak-memory', { every: 1, stepMb: 8 }), 0).then(
        () => 'no error',
        ({ name }: Error) => name,
      );
      return { error, next: await told(pool.apply(lab.own('timed'), 5)) };
    },
  },
];
