import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chunkRanges, defaultChunksize } from '../../../src/shared/chunking';

/** The slow, obvious way: the smallest size with which four chunks a process hold everything. */
function smallestSufficient(tasks: number, processes: number): number {
  let size = 0;
  while (size * processes * 4 < tasks) size++;
  return size;
}

/** The slow, obvious way: one position at a time, a new chunk when the last is full. */
function dealOut(tasks: number, chunksize: number): number[][] {
  const chunks: number[][] = [];
  for (let position = 0; position < tasks; position++) {
    const last = chunks.at(-1);
    if (last === undefined || last.length === chunksize) chunks.push([position]);
    else last.push(position);
  }
  return chunks;
}

const tasks = fc.integer({ min: 0, max: 5000 });

describe('the default chunk size', () => {
  test.each([
    [0, 4, 0],
    [1, 4, 1],
    [3, 4, 1],
    [16, 4, 1],
    [17, 4, 2],
    [100, 4, 7],
    [1_000_000, 8, 31_250],
    [10_000_000, 256, 9766],
  ])('of %i tasks on %i processes is %i', (count, processes, expected) => {
    expect(defaultChunksize(count, processes)).toBe(expected);
  });

  test('is the smallest with which four chunks a process hold all tasks', () => {
    fc.assert(
      fc.property(tasks, fc.integer({ min: 1, max: 256 }), (count, processes) => {
        expect(defaultChunksize(count, processes)).toBe(smallestSufficient(count, processes));
      }),
    );
  });
});

describe('chunk ranges', () => {
  test('hold the positions that dealing them out one by one gives', () => {
    fc.assert(
      fc.property(tasks, fc.integer({ min: 1, max: 600 }), (count, chunksize) => {
        const ranges = [...chunkRanges(count, chunksize)];
        const chunks = ranges.map(({ start, end }) =>
          Array.from({ length: end - start }, (_, offset) => start + offset),
        );
        expect(chunks).toEqual(dealOut(count, chunksize));
      }),
    );
  });

  test('of no tasks are none, with the chunk size 0 that Python computes for them', () => {
    expect([...chunkRanges(0, defaultChunksize(0, 4))]).toEqual([]);
  });

  test('come one by one: nothing is built for ranges that nobody asks for', () => {
    const ranges = chunkRanges(Number.MAX_SAFE_INTEGER, 1);
    expect(ranges.next().value).toEqual({ start: 0, end: 1 });
  });
});
