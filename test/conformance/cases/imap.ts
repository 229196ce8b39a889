import { deferred } from '../../../src/main/deferred';
import type { StreamJob } from '../../../src/main/pool/stream-job';
import { type Case, range, told } from '../case';

/** Values and error messages, in the order in which they come. */
async function all(stream: StreamJob): Promise<unknown[]> {
  const seen: unknown[] = [];
  for await (const { result } of stream) seen.push(result.ok ? result.value : result.error.message);
  return seen;
}

/** An endless input that says how far it has been drawn. */
function endless() {
  const drawn = { count: 0, ended: false };
  const input = function* () {
    try {
      for (;;) yield drawn.count++;
    } finally {
      drawn.ended = true;
    }
  };
  return { drawn, input: input() };
}

export const imapCases: readonly Case[] = [
  {
    sentence: 'imap gives results one by one in input order',
    python: 'imap_order',
    expected: [60, 0, 30, 1],
    run: (lab) => all(lab.pool().imap(lab.own('timed'), [60, 0, 30, 1])),
  },
  {
    sentence: 'imap_unordered gives results as they complete',
    python: 'imap_unordered',
    expected: [1, 2, 400],
    run: async (lab) => {
      const pool = lab.pool();
      await pool.ready;
      return all(pool.imapUnordered(lab.own('timed'), [400, 1, 2]));
    },
  },
  {
    sentence: 'the default chunk size of imap and imap_unordered is 1',
    expected: [1, 1, 1, 1],
    run: async (lab) => {
      const sizes: number[] = [];
      const observer = { chunkSent: ({ lengths }: { lengths: Uint32Array }) => sizes.push(lengths.length) };
      const pool = lab.pool({ observer });
      await all(pool.imap(lab.own('timed'), [0, 0]));
      await all(pool.imapUnordered(lab.own('timed'), [0, 0]));
      return sizes;
    },
  },
  {
    sentence: 'imap raises an error at its own position, and iteration goes on',
    python: 'imap_error',
    expected: [0, 1, 'third', 3, 4],
    run: (lab) => all(lab.pool().imap(lab.workload('raise', { every: 3, message: 'third' }), range(5))),
  },
  {
    sentence: 'next of imap raises after its timeout, and the result is not lost',
    python: 'imap_timeout',
    expected: ['timeout', 400, 1, 'end'],
    run: async (lab) => {
      const pool = lab.pool();
      await pool.ready;
      const stream = pool.imap(lab.own('timed'), [400, 1]);
      const first = await stream.next(20).catch((error: Error) => (error.name === 'TimeoutError' ? 'timeout' : error));
      const rest = await all(stream);
      return [first, ...rest, (await stream.next(1000)).done === true ? 'end' : 'more'];
    },
  },
  {
    sentence: 'next of imap_unordered raises after its timeout, too',
    python: 'imap_unordered_timeout',
    expected: ['timeout', 400],
    run: async (lab) => {
      const pool = lab.pool();
      await pool.ready;
      const stream = pool.imapUnordered(lab.own('timed'), [400]);
      const first = await stream.next(20).catch((error: Error) => (error.name === 'TimeoutError' ? 'timeout' : error));
      return [first, ...(await all(stream))];
    },
  },
  {
    sentence: 'an input that raises does so at its own position, and ends the stream',
    python: 'imap_input_raises',
    expected: [0, 1, 'input broke'],
    run: (lab) => {
      const broken = function* () {
        yield 0;
        yield 1;
        throw new Error('input broke');
      };
      return all(lab.pool().imap(lab.own('timed'), broken()));
    },
  },
  {
    sentence: 'imap draws an endless input no further ahead than lookAhead, and goes on as results are taken',
    expected: { ahead: 10, after: 13, values: [0, 1, 2] },
    run: async (lab) => {
      const { drawn, input } = endless();
      const ended = deferred();
      let count = 0;
      const observer = { taskEnded: () => (++count === 10 ? ended.resolve() : undefined) };
      const stream = lab.pool({ observer }).imap(lab.own('default', false), input, { lookAhead: 10 });
      await ended.promise;
      const ahead = drawn.count;
      const values: unknown[] = [];
      for (let taken = 0; taken < 3; taken++) {
        const { value } = await stream.next();
        values.push(value.result.ok ? value.result.value : value.result.error.message);
      }
      return { ahead, after: drawn.count, values };
    },
  },
  {
    sentence: 'imap draws no further ahead than lookAhead in chunks, either, but for a chunk that is longer',
    expected: { ahead: 8, longer: 16 },
    run: async (lab) => {
      const drawnWith = async (chunksize: number, tasks: number) => {
        const { drawn, input } = endless();
        const ended = deferred();
        let count = 0;
        const observer = { taskEnded: () => (++count === tasks ? ended.resolve() : undefined) };
        const stream = lab.pool({ observer }).imap(lab.own('default', false), input, { lookAhead: 10, chunksize });
        await ended.promise;
        // The pool has drawn what it may before its caller hears of it.
        await stream.next();
        return drawn.count;
      };
      return { ahead: await drawnWith(4, 8), longer: await drawnWith(16, 16) };
    },
  },
  {
    sentence: 'leaving a stream early ends its input, and the pool is free for others',
    expected: { ended: true, next: [5] },
    run: async (lab) => {
      const { drawn, input } = endless();
      const pool = lab.pool();
      for await (const { position } of pool.imapUnordered(lab.own('default'), input)) if (position >= 4) break;
      const next = await told(pool.map(lab.own('default'), [5]));
      return { ended: drawn.ended, next };
    },
  },
  {
    sentence: 'imap takes an asynchronous iterable, slow as it may be, and gives its error its own position',
    expected: [0, 1, 2, 'input broke'],
    run: (lab) => {
      const input = async function* () {
        for (let item = 0; item < 3; item++) {
          await new Promise((resolve) => setTimeout(resolve, 5));
          yield item;
        }
        throw new Error('input broke');
      };
      return all(lab.pool().imap(lab.own('default'), input()));
    },
  },
  {
    sentence: 'imap with a chunk size gives the same results, one by one',
    python: 'imap_chunks',
    expected: range(10),
    run: (lab) =>
      all(
        lab.pool().imap(
          lab.own('timed'),
          new Array(10).fill(0).map((_, index) => index),
          { chunksize: 3 },
        ),
      ),
  },
];
