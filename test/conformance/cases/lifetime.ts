import { dumps } from '../../../src/boundary/pickle';
import { type Case, type Lab, range, told, toldOf } from '../case';

const initializer = (lab: Lab, name: string, args: readonly unknown[]) => ({
  spec: lab.own(name, true),
  args: dumps(args),
});

export const lifetimeCases: readonly Case[] = [
  {
    sentence: 'close refuses new work and lets the rest finish',
    python: 'close',
    expected: ['Pool not running', [50, 50, 50]],
    run: async (lab) => {
      const pool = lab.pool();
      const submitted = pool.mapAsync(lab.own('timed'), [50, 50, 50], { chunksize: 1 });
      pool.close();
      const refused = await toldOf(() => pool.map(lab.own('timed'), [1]));
      await pool.join();
      return [refused, await told(submitted.get())];
    },
  },
  {
    sentence: 'every call is refused once the pool is closed',
    python: 'closed_calls',
    expected: new Array(7).fill('Pool not running'),
    run: async (lab) => {
      const pool = lab.pool();
      pool.close();
      const f = lab.own('timed');
      const calls = [
        () => pool.map(f, [1]),
        () => pool.mapAsync(f, [1]),
        () => pool.starmap(f, [[1]]),
        () => pool.imap(f, [1]),
        () => pool.imapUnordered(f, [1]),
        () => pool.apply(f, 1),
        () => pool.applyAsync(f, 1),
      ];
      return Promise.all(calls.map((call) => toldOf(call)));
    },
  },
  {
    sentence: 'join needs close or terminate first',
    python: 'join_first',
    expected: 'Pool is still running',
    run: (lab) => told(lab.pool().join()),
  },
  {
    sentence: 'terminate stops at once, and join returns then',
    python: 'terminate',
    expected: 'stopped',
    run: async (lab) => {
      const pool = lab.pool();
      await pool.ready;
      const waiting = pool.mapAsync(lab.own('timed'), [60_000, 60_000], { chunksize: 1 });
      await pool.terminate();
      await pool.join();
      // Python leaves the caller waiting for ever; here the call ends.
      return (await told(waiting.get())) === 'Cancelled: the pool was terminated' ? 'stopped' : 'not stopped';
    },
  },
  {
    sentence: 'await using terminates the pool at the end of its block',
    expected: ['exited', 'exited'],
    run: async (lab) => {
      const pool = lab.pool();
      {
        await using used = pool;
        await used.ready;
      }
      return pool.workers.map(({ exit }) => exit?.kind ?? 'alive');
    },
  },
  {
    sentence: 'a worker that is asked to exit and does not is killed after two seconds, and replaced',
    expected: [0, 1],
    run: (lab) => told(lab.pool({ processes: 1, maxTasksPerChild: 1 }).map(lab.own('cling'), range(2), 1)),
  },
  {
    sentence: 'maxtasksperchild replaces a worker by one with a new PID after so many chunks',
    python: 'max_tasks',
    expected: 3,
    run: async (lab) => {
      const pids = await lab.pool({ processes: 1, maxTasksPerChild: 2 }).map(lab.own('pid'), range(6), 1);
      return new Set(pids).size;
    },
  },
  {
    sentence: 'maxtasksperchild counts chunks, not items',
    python: 'max_chunks',
    expected: 2,
    run: async (lab) => {
      const pids = await lab.pool({ processes: 1, maxTasksPerChild: 2 }).map(lab.own('pid'), range(8), 2);
      return new Set(pids).size;
    },
  },
  {
    sentence: 'the initializer is called once in every worker, replacements too',
    python: 'initializer',
    expected: ['> A', '> B', '> C'],
    run: async (lab) => {
      const pool = lab.pool({ maxTasksPerChild: 1, initializer: initializer(lab, 'setup', ['> ']) });
      return told(pool.map(lab.own('shout'), ['a', 'b', 'c'], 1));
    },
  },
  {
    sentence: 'workers whose initializer raises break the pool, where Python would start new ones for ever',
    expected: true,
    run: async (lab) => {
      const pool = lab.pool({ initializer: initializer(lab, 'raise', ['no licence']) });
      return /3 workers in a row died while booting.*RangeError: no licence/.test(String(await told(pool.ready)));
    },
  },
  {
    sentence: 'a pool can grow while it runs',
    expected: { workers: 3, results: 12 },
    run: async (lab) => {
      const pool = lab.pool({ processes: 1 });
      await pool.ready;
      const results = pool.map(lab.own('timed'), new Array(12).fill(20), 1);
      pool.resize(3);
      return { results: (await results).length, workers: pool.workers.length };
    },
  },
  {
    sentence: 'a pool can shrink while it runs: those too many finish what they have',
    expected: { completed: 12, retried: 0, left: 1 },
    run: async (lab) => {
      const pool = lab.pool({ processes: 3 });
      await pool.ready;
      const results = pool.map(lab.own('timed'), new Array(12).fill(10), 1);
      pool.resize(1);
      await results;
      await pool.map(lab.own('timed'), [150, 150], 1);
      const { completed, retried } = pool.counts;
      return { completed: completed - 2, retried, left: pool.workers.filter(({ exit }) => exit === null).length };
    },
  },
];
