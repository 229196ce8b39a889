import type { TaskResult } from '../../../src/main/pool/job';
import { type Case, range, told } from '../case';

export const mapCases: readonly Case[] = [
  {
    sentence: 'map gives all results in input order',
    python: 'map_order',
    expected: [20, 0, 10, 1],
    run: async (lab) => told(lab.pool().map(lab.own('timed'), [20, 0, 10, 1], 1)),
  },
  {
    sentence: 'integers are exact beyond 2^53',
    python: 'map_exact',
    expected: ['333332833333500000', '2666664666667000000', '8999995500000500000'],
    run: async (lab) => told(lab.pool().map(lab.workload('sum-of-squares'), [1_000_000, 2_000_000, 3_000_000])),
  },
  {
    sentence: 'map of nothing gives nothing',
    python: 'map_nothing',
    expected: [],
    run: async (lab) => told(lab.pool().map(lab.own('timed'), [])),
  },
  {
    sentence: 'the default chunk size of map is the tasks divided by four times the workers, rounded up',
    expected: [3, 3, 3, 3, 3, 2],
    run: async (lab) => {
      const sizes: number[] = [];
      const observer = { chunkSent: ({ lengths }: { lengths: Uint32Array }) => sizes.push(lengths.length) };
      await lab.pool({ observer }).map(lab.own('timed'), new Array(17).fill(0));
      return sizes;
    },
  },
  {
    sentence: 'map fails with the first error that arrived, not with the first in input order',
    python: 'map_first_error',
    expected: 'quick',
    run: async (lab) => {
      const pool = lab.pool();
      await pool.ready;
      const args = [
        [400, 'slow'],
        [0, ''],
        [50, 'quick'],
        [0, ''],
      ];
      return told(pool.starmap(lab.own('timed', true), args, 1));
    },
  },
  {
    sentence: 'map fails only after every chunk has ended',
    expected: { error: 'at once', completed: 5, failed: 1 },
    run: async (lab) => {
      const pool = lab.pool();
      const args = [[0, 'at once'], ...range(5).map((n) => [20 + n, ''])];
      const error = await told(pool.starmap(lab.own('timed', true), args, 1));
      const { completed, failed } = pool.counts;
      return { error, completed, failed };
    },
  },
  {
    sentence: 'inside a chunk the first failing item ends that chunk',
    python: 'chunk_ends',
    expected: ['bad', 2],
    run: async (lab) => {
      const pool = lab.pool({ processes: 1 });
      const args = [
        [0, ''],
        [0, 'bad'],
        [0, ''],
        [0, ''],
      ];
      const error = await told(pool.starmap(lab.own('noted', true), args, 4));
      // The function notes each call: the one that failed is the last.
      return [error, await pool.apply(lab.own('calls'), null)];
    },
  },
  {
    sentence: 'the tasks after the one that failed are not run, and fail with SkippedError',
    expected: ['0 ok', '1 ok', '2 Error', '3 SkippedError', '4 SkippedError'],
    run: async (lab) => {
      const ended: string[] = [];
      const observer = {
        taskEnded: (task: number, result: TaskResult) => ended.push(`${task} ${result.ok ? 'ok' : result.error.name}`),
      };
      await told(lab.pool({ observer }).map(lab.workload('raise', { every: 3 }), range(5), 5));
      return ended;
    },
  },
  {
    sentence: 'map takes any iterable',
    python: 'map_iterable',
    expected: [1, 2, 3],
    run: async (lab) => told(lab.pool().map(lab.own('timed'), new Set([1, 2, 3]))),
  },
  {
    sentence: 'map raises what its input raises, and the pool goes on',
    python: 'map_input_raises',
    expected: ['input broke', [7]],
    run: async (lab) => {
      const pool = lab.pool();
      const broken = function* () {
        yield 1;
        throw new Error('input broke');
      };
      const first = await told((async () => pool.map(lab.own('timed'), broken()))());
      return [first, await told(pool.map(lab.own('timed'), [7]))];
    },
  },
  {
    sentence: 'a list may be changed once the call is made',
    expected: [
      [0, 1, 2, 3, 4, 5],
      [0, 1, 2, 3, 4, 5],
    ],
    run: async (lab) => {
      const pool = lab.pool();
      const shrinks = range(6);
      const shrunk = pool.map(lab.own('timed'), shrinks, 1);
      shrinks.length = 0;
      const grows = range(6);
      const stream = pool.imap(lab.own('timed'), grows);
      grows.push(6, 7);
      const streamed: unknown[] = [];
      for await (const { result } of stream) streamed.push(result.ok ? result.value : result.error.message);
      return [await told(shrunk), streamed];
    },
  },
  {
    sentence: 'map takes an asynchronous iterable, and raises what that raises',
    expected: [[1, 2], 'input broke'],
    run: async (lab) => {
      const pool = lab.pool();
      const input = async function* (fails: boolean) {
        yield 1;
        yield 2;
        if (fails) throw new Error('input broke');
      };
      return [
        await told(pool.map(lab.own('timed'), input(false))),
        await told(pool.map(lab.own('timed'), input(true))),
      ];
    },
  },
  {
    sentence: 'starmap unpacks a tuple for each call',
    python: 'starmap',
    expected: [3, 7],
    run: async (lab) =>
      told(
        lab.pool().starmap(lab.own('default', true), [
          [1, 2],
          [3, 4],
        ]),
      ),
  },
];
