/** SIGSTOP: a stopped worker is not dead, and does nothing for ever. The task timeout finds it. */
import { FaultInjector } from '../../../src/main/chaos/fault-injector';
import { faultSchedule } from '../../../src/main/chaos/fault-schedule';
import { calls, makePool, range, type StressPool } from '../make-pool';
import type { StressCase, StressLab } from '../stress-case';
import { collected } from './hunted';

const TIMEOUT_MS = 300;
/** Of unlike length, so that workers do not end their tasks in step. */
const naps = (tasks: number): number[] => range(tasks).map((index) => 1 + ((index * 7) % 11));
const stop = (pid: number | null): boolean => pid !== null && process.kill(pid, 'SIGSTOP');

function stoppedPool(lab: StressLab, onWorkerLost: 'retry' | 'fail', tasks: number, stops: number) {
  const injector = new FaultInjector(faultSchedule('stop', stops, tasks, 5), (_, { pid }) => stop(pid));
  const options = { processes: 3, onWorkerLost, retries: stops, taskTimeoutMs: TIMEOUT_MS };
  return { injector, pool: makePool(lab, options, injector) };
}

const crashed = ({ workers }: StressPool): number => workers.filter(({ exit }) => exit?.kind === 'crashed').length;

export const stoppedCases: readonly StressCase[] = [
  {
    name: 'stopped-retry',
    sentence: 'SIGSTOP past the timeout, retry: every result arrives',
    limitMs: [60_000, 120_000],
    onWindows: false,
    run: async (lab) => {
      const tasks = lab.sized(120, 2000);
      const stops = lab.sized(4, 30);
      const { pool, injector } = stoppedPool(lab, 'retry', tasks, stops);
      const results = await pool.map(calls('sleep'), naps(tasks), 1);
      await pool.terminate();
      lab.claim('stops', injector.hits, stops);
      lab.claim('results', results.length, tasks);
      lab.claim('completed and failed', [pool.counts.completed, pool.counts.failed], [tasks, 0]);
      lab.note(`${tasks} tasks, ${stops} workers stopped, ${pool.counts.retried} began again`);
    },
  },
  {
    name: 'stopped-fail',
    sentence: 'SIGSTOP past the timeout, fail: those tasks fail with TaskTimeoutError, the others complete',
    limitMs: [60_000, 120_000],
    onWindows: false,
    run: async (lab) => {
      const tasks = lab.sized(120, 2000);
      const stops = lab.sized(4, 30);
      const { pool, injector } = stoppedPool(lab, 'fail', tasks, stops);
      const answers = await collected(pool.imapUnordered(calls('sleep'), naps(tasks)));
      await pool.terminate();
      const errors = answers.flatMap(({ result }) => (result.ok ? [] : result.error.name));
      lab.claim('stops', injector.hits, stops);
      lab.claim('errors', new Set(errors), new Set(['TaskTimeoutError']));
      lab.claim('errors are no more than stops', errors.length <= stops, true);
      lab.claim('completed and failed', pool.counts.completed + pool.counts.failed, tasks);
      lab.note(`${tasks} tasks, ${stops} workers stopped, ${errors.length} tasks failed`);
    },
  },
  {
    name: 'stopped-idle',
    sentence: 'workers stopped while they are idle do not keep a pool from its end',
    limitMs: [30_000, 60_000],
    onWindows: false,
    run: async (lab) => {
      const rounds = lab.sized(1, 5);
      for (let round = 0; round < rounds; round++) {
        const pool = makePool(lab);
        await pool.ready;
        for (const { pid } of pool.workers) stop(pid);
        pool.close();
        await pool.join();
        lab.claim('workers that were killed', pool.workers.filter(({ exit }) => exit !== null).length, 2);
        lab.claim('none is said to have crashed', crashed(pool), 0);
      }
      lab.note(`${rounds * 2} workers stopped`);
    },
  },
];
