import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TaskResult } from '../../../../src/main/pool/job';
import { MapJob } from '../../../../src/main/pool/map-job';
import { StreamJob } from '../../../../src/main/pool/stream-job';
import { chunkRanges } from '../../../../src/shared/chunking';

interface Case {
  readonly results: readonly TaskResult[];
  readonly chunksize: number;
  /** Order in which chunks end. */
  readonly order: readonly { readonly start: number; readonly end: number }[];
}

const outcome = (failed: boolean, task: number): TaskResult =>
  failed ? { ok: false, error: new Error(`task ${task}`) } : { ok: true, value: task };

const cases: fc.Arbitrary<Case> = fc
  .record({ failures: fc.array(fc.boolean(), { maxLength: 40 }), chunksize: fc.integer({ min: 1, max: 9 }) })
  .chain(({ failures, chunksize }) => {
    const ranges = [...chunkRanges(failures.length, chunksize)];
    return fc
      .shuffledSubarray(ranges, { minLength: ranges.length })
      .map((order) => ({ results: failures.map(outcome), chunksize, order }));
  });

const call = ({ results, chunksize }: Case) => ({
  functionId: 0,
  args: results,
  firstTask: 0,
  chunksize,
  submitted: 0,
});

const shown = (result: TaskResult): unknown => (result.ok ? result.value : result.error.message);

describe('delivery, whatever the order in which chunks end', () => {
  it('map: all results in input order, or the first error that arrived, and not before the last chunk', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (given) => {
        const delivered: [number, number][] = [];
        const job = new MapJob(call(given), (...range) => delivered.push(range));
        let arrivedFirst: string | undefined;
        for (const [index, { start, end }] of given.order.entries()) {
          expect(index === 0 || delivered.length === 0).toBe(true);
          const part = given.results.slice(start, end);
          job.settle(start, part);
          const failed = part.find(({ ok }) => !ok);
          if (failed !== undefined) arrivedFirst ??= String(shown(failed));
        }
        if (arrivedFirst === undefined) {
          expect(await job.promise).toEqual(given.results.map(shown));
          expect(delivered).toEqual([[0, given.results.length]]);
        } else {
          await expect(job.promise).rejects.toThrow(arrivedFirst);
          expect(delivered).toEqual([]);
        }
      }),
    );
  });

  it('imap: every result once, in input order, errors at their own position', async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.boolean(), async (given, readsFirst) => {
        const job = new StreamJob(call(given), 'input', () => undefined);
        const read = readsFirst ? collect(job) : undefined;
        for (const { start, end } of given.order) job.settle(start, given.results.slice(start, end));
        const items = await (read ?? collect(job));
        expect(items.map(({ position }) => position)).toEqual(given.results.map((_, position) => position));
        expect(items.map(({ result }) => shown(result))).toEqual(given.results.map(shown));
      }),
    );
  });

  it('imap_unordered: every result once, in the order in which chunks ended', async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.boolean(), async (given, readsFirst) => {
        const job = new StreamJob(call(given), 'completion', () => undefined);
        const read = readsFirst ? collect(job) : undefined;
        for (const { start, end } of given.order) job.settle(start, given.results.slice(start, end));
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
