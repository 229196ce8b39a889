import { type Case, toldOf } from '../case';

/** What is refused where Python refuses it, too, so that nobody waits for what cannot come. */
export const refusalCases: readonly Case[] = [
  {
    sentence: 'a pool has one worker or more',
    expected: [
      'Number of processes must be 1 or more, not 0',
      'Number of processes must be 1 or more, not NaN',
      'Number of processes must be 1 or more, not -1',
    ],
    run: async (lab) => [
      await toldOf(() => lab.pool({ processes: 0 })),
      await toldOf(() => lab.pool({ processes: Number.NaN })),
      await toldOf(() => lab.pool().resize(-1)),
    ],
  },
  {
    sentence: 'chunk size, look-ahead, prefetch and maxTasksPerChild are 1 or more',
    expected: [
      'Chunk size must be 1 or more, not 0',
      'Chunk size must be 1 or more, not 1.5',
      'Look-ahead must be 1 or more, not 0',
      'Prefetch must be 1 or more, not 0',
      'Max tasks per child must be 1 or more, not 0',
    ],
    run: async (lab) => {
      const pool = lab.pool();
      const f = lab.own('timed');
      return [
        await toldOf(() => pool.map(f, [1], 0)),
        await toldOf(() => pool.imap(f, [1], { chunksize: 1.5 })),
        await toldOf(() => pool.imapUnordered(f, [1], { lookAhead: 0 })),
        await toldOf(() => lab.pool({ prefetch: 0 })),
        await toldOf(() => lab.pool({ maxTasksPerChild: 0 })),
      ];
    },
  },
  {
    sentence: 'a timeout may be longer than a timer can hold',
    expected: [5, 5, 5],
    run: async (lab) => {
      const pool = lab.pool();
      const f = lab.own('timed');
      const { value } = await pool.imap(f, [5]).next(Number.POSITIVE_INFINITY);
      return [
        await pool.applyAsync(f, 5).get(2 ** 31),
        await pool.applyAsync(f, 5).get(Number.POSITIVE_INFINITY),
        value.result.ok ? value.result.value : value.result.error.message,
      ];
    },
  },
];
