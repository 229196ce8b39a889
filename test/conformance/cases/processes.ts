import { deferred } from '../../../src/main/deferred';
import { type Case, range } from '../case';

/** Windows knows no signals. */
const KILLED = process.platform === 'win32' ? null : 'SIGKILL';

export const processCases: readonly Case[] = [
  {
    sentence: 'every worker is a process of its own, and close ends them all in good order',
    expected: { processes: 4, main: false, ends: ['exited 0', 'exited 0', 'exited 0', 'exited 0'] },
    run: async (lab) => {
      const pool = lab.pool({ processes: 4 });
      await pool.ready;
      const pids = new Set(pool.workers.map(({ pid }) => pid));
      pool.close();
      await pool.join();
      const ends = pool.workers.map(({ exit }) => `${exit?.kind} ${exit?.code}`);
      return { processes: pids.size, main: pids.has(process.pid), ends };
    },
  },
  {
    sentence: 'a worker that is killed from outside is replaced under a new PID, in its slot',
    expected: { result: 400, end: `crashed ${KILLED}`, slots: [0, 0], pids: 2 },
    run: async (lab) => {
      const begun = deferred();
      const pool = lab.pool({ processes: 1, observer: { chunkProgress: () => begun.resolve() } });
      const call = pool.apply(lab.own('timed'), 400);
      await begun.promise;
      process.kill(pool.workers[0]?.pid ?? 0, 'SIGKILL');
      const result = await call;
      const [first] = pool.workers;
      return {
        result,
        end: `${first?.exit?.kind} ${first?.exit?.signal}`,
        slots: pool.workers.map(({ slot }) => slot),
        pids: new Set(pool.workers.map(({ pid }) => pid)).size,
      };
    },
  },
  {
    sentence: 'nothing is lost when workers are replaced all the time',
    expected: { results: range(20), completed: 20, retried: 0, enough: true, crashed: 0 },
    run: async (lab) => {
      const pool = lab.pool({ processes: 3, maxTasksPerChild: 1 });
      const results = await pool.map(lab.own('echo'), range(20), 1);
      const { completed, retried } = pool.counts;
      pool.close();
      await pool.join();
      // The last replacements may still have been booting at the end.
      const worked = pool.workers.filter(({ readyAt }) => readyAt !== null);
      const crashed = worked.filter(({ exit }) => exit?.kind !== 'exited' || exit.code !== 0).length;
      return { results, completed, retried, enough: worked.length >= 20, crashed };
    },
  },
  {
    sentence: 'a function may be asynchronous: its promise is awaited, and a worker still runs one task at a time',
    expected: [0, 1, 2],
    run: async (lab) => {
      const pool = lab.pool({ processes: 1, prefetch: 8 });
      const positions: number[] = [];
      for await (const { position } of pool.imapUnordered(lab.own('later'), [30, 1, 1])) positions.push(position);
      return positions;
    },
  },
  {
    sentence: 'cancelWaiting cancels what waits, and what runs is finished',
    expected: { first: 60, error: 'CancelledError', completed: 1, cancelled: 10 },
    run: async (lab) => {
      const pool = lab.pool({ processes: 1 });
      await pool.ready;
      const first = pool.apply(lab.own('timed'), 60);
      const waiting = pool.map(lab.own('timed'), range(10), 1);
      pool.cancelWaiting();
      const error = await waiting.then(
        () => 'no error',
        ({ name }: Error) => name,
      );
      const value = await first;
      const { completed, cancelled } = pool.counts;
      return { first: value, error, completed, cancelled };
    },
  },
];
