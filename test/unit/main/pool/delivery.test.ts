import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deferred } from '../../../../src/main/deferred';
import type { Job, TaskResult } from '../../../../src/main/pool/job';
import { MapJob } from '../../../../src/main/pool/map-job';
import { sourceOf } from '../../../../src/main/pool/source';
import { StreamJob } from '../../../../src/main/pool/stream-job';
import { chunkRanges } from '../../../../src/shared/chunking';

interface Case {
  readonly results: readonly TaskResult[];
  readonly chunksize: number;
  /** Order in which chunks end. */
  readonly order: readonly { readonly start: number; readonly end: number }[];
}

const outcomeOf = (failed: boolean, task: number): TaskResult =>
  failed ? { ok: false, error: new Error(`task ${task}`) } : { ok: true, value: task };

const cases: fc.Arbitrary<Case> = fc
  .record({ failures: fc.array(fc.boolean(), { maxLength: 40 }), chunksize: fc.integer({ min: 1, max: 9 }) })
  .chain(({ failures, chunksize }) => {
    const ranges = [...chunkRanges(failures.length, chunksize)];
    return fc
      .shuffledSubarray(ranges, { minLength: ranges.length })
      .map((order) => ({ results: failures.map(outcomeOf), chunksize, order }));
  });

const call = ({ results, chunksize }: Case) => ({
  functionId: 0,
  chunksize,
  source: sourceOf(results, () => undefined),
});

/** A stream whose input has been drawn to its end. */
function streamOf(given: Case, order: 'input' | 'completion'): StreamJob {
  const job = new StreamJob(call(given), {
    order,
    lookAhead: Number.POSITIVE_INFINITY,
    deliver: () => undefined,
    room: () => undefined,
    dropped: () => undefined,
  });
  job.inputEnded(given.results.length, null);
  return job;
}

function settle(job: Job, given: Case, { start, end }: Case['order'][number]): void {
  job.settle({ start, firstTask: start }, given.results.slice(start, end));
}

const shown = (result: TaskResult): unknown => (result.ok ? result.value : result.error.message);

describe('delivery, whatever the order in which chunks end', () => {
  it('map: all results in input order, or the first error that arrived, and not before the last chunk', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (given) => {
        let ended = false;
        const outcome = deferred<unknown[]>();
        const job = new MapJob(call(given), given.results.length, {
          resolve: (values) => {
            ended = true;
            outcome.resolve(values);
          },
          reject: (error) => {
            ended = true;
            outcome.reject(error);
          },
        });
        let arrivedFirst: string | undefined;
        for (const [index, { start, end }] of given.order.entries()) {
          expect(ended).toBe(false);
          const part = given.results.slice(start, end);
          settle(job, given, { start, end });
          expect(ended).toBe(index === given.order.length - 1);
          const failed = part.find(({ ok }) => !ok);
          if (failed !== undefined) arrivedFirst ??= String(shown(failed));
        }
        if (arrivedFirst === undefined) {
          expect(await outcome.promise).toEqual(given.results.map(shown));
        } else {
          await expect(outcome.promise).rejects.toThrow(arrivedFirst);
        }
      }),
    );
  });

  it('imap: every result once, in input order, errors at their own position', async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.boolean(), async (given, readsFirst) => {
        const job = streamOf(given, 'input');
        const read = readsFirst ? collect(job) : undefined;
        for (const range of given.order) settle(job, given, range);
        const items = await (read ?? collect(job));
        expect(items.map(({ position }) => position)).toEqual(given.results.map((_, position) => position));
        expect(items.map(({ result }) => shown(result))).toEqual(given.results.map(shown));
      }),
    );
  });

  it('imap_unordered: every result once, in the order in which chunks ended', async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.boolean(), async (given, readsFirst) => {
        const job = streamOf(given, 'completion');
        const read = readsFirst ? collect(job) : undefined;
        for (const range of given.order) settle(job, given, range);
        const items = await (read ?? collect(job));
        const expected = given.order.flatMap(({ start, end }) =>
          Array.from({ length: end - start }, (_, offset) => start + offset),
        );
        expect(items.map(({ position }) => position)).toEqual(expected);
      }),
    );
  });
});

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
