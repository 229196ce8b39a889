import { type Case, told } from '../case';

export const picklingCases: readonly Case[] = [
  {
    sentence: 'an argument that cannot be pickled fails that call with an error that says so, and the worker survives',
    python: 'bad_argument',
    expected: ['pickle', 5, 1],
    run: async (lab) => {
      const pool = lab.pool({ processes: 1 });
      const error = String(await told(pool.apply(lab.own('timed'), () => 1)));
      const after = await told(pool.apply(lab.own('timed'), 5));
      return [/pickle/.test(error) ? 'pickle' : error, after, pool.workers.length];
    },
  },
  {
    sentence: 'a result that cannot be pickled comes back as MaybeEncodingError, and the worker survives',
    python: 'bad_result',
    expected: ['MaybeEncodingError', 5, 1],
    run: async (lab) => {
      const pool = lab.pool({ processes: 1 });
      const bad = pool.apply(lab.workload('unpicklable-result', { every: 1 }), 0);
      const name = await bad.then(
        () => 'no error',
        (error: Error) => error.name,
      );
      return [name, await told(pool.apply(lab.own('timed'), 5)), pool.workers.length];
    },
  },
  {
    sentence: "a remote exception arrives with the worker's own stack",
    python: 'remote_stack',
    expected: true,
    run: async (lab) => {
      const call = lab.pool().apply(lab.own('timed', true), [0, 'deep']);
      const stack = await call.then(
        () => '',
        (error: Error) => error.stack ?? '',
      );
      return /timed/.test(stack) && /words\.mjs/.test(stack);
    },
  },
  {
    sentence: 'values cross as they are: bytes, dates, maps, sets, big integers',
    expected: true,
    run: async (lab) => {
      const value = [new Uint8Array([1, 2]), new Date(5), new Map([[1, 'a']]), new Set([2]), 2n ** 80n, -0, undefined];
      const [bytes, date, map, set, big, zero, nothing] = (await lab
        .pool()
        .apply(lab.own('echo'), value)) as typeof value;
      return (
        (bytes as Uint8Array).join() === '1,2' &&
        (date as Date).getTime() === 5 &&
        (map as Map<number, string>).get(1) === 'a' &&
        (set as Set<number>).has(2) &&
        big === 2n ** 80n &&
        Object.is(zero, -0) &&
        nothing === undefined
      );
    },
  },
  {
    sentence: 'large values cross whole, whichever way they take',
    expected: [true, true, true],
    run: async (lab) => {
      const pool = lab.pool();
      const sizes = [60_000, 70_000, 5_000_000];
      const values = sizes.map((size) => new Uint8Array(size).map((_, index) => index * 7));
      const back = (await pool.map(lab.own('echo'), values, 1)) as Uint8Array[];
      return back.map((bytes, index) => Buffer.compare(bytes, values[index] as Uint8Array) === 0);
    },
  },
];
