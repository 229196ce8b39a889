import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunkAt, packChunks, unpackChunks } from '../../../src/boundary/pack-chunks';
import { packResults, unpackResults } from '../../../src/boundary/pack-results';

const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const pickle = fc.uint8Array({ maxLength: 20 });

interface Given {
  readonly heads: readonly (readonly [chunk: number, functionId: number, firstTask: number])[];
  readonly pickles: readonly (readonly Uint8Array[])[];
}

/** Chunks with a few tasks each. */
const given: fc.Arbitrary<Given> = fc
  .array(fc.tuple(fc.tuple(word, word, word), fc.array(pickle, { maxLength: 4 })), { maxLength: 6 })
  .map((chunks) => ({ heads: chunks.map(([head]) => head), pickles: chunks.map(([, pickles]) => pickles) }));

const bytesOf = (parts: readonly Uint8Array[]): number[] => parts.flatMap((part) => [...part]);

describe('the columns of chunks', () => {
  it('come out as they went in', () => {
    fc.assert(
      fc.property(given, ({ heads, pickles }) => {
        const parts = pickles.flat();
        const flat = heads.flatMap((head, index) => [...head, pickles[index]?.length ?? 0]);
        const lengths = parts.map(({ length }) => length);
        const columns = unpackChunks(packChunks(flat, lengths, parts));
        expect([...columns.heads]).toEqual(flat);
        expect([...columns.lengths]).toEqual(lengths);
        // The array is a whole number of words: up to three bytes follow.
        expect([...columns.args].slice(0, bytesOf(parts).length)).toEqual(bytesOf(parts));
        for (const [index, [chunk, functionId, firstTask]] of heads.entries()) {
          const tasks = pickles[index]?.length;
          expect(chunkAt(columns.heads, index)).toEqual({ chunk, functionId, firstTask, tasks });
        }
      }),
    );
  });
});

describe('the columns of results', () => {
  it('come out as they went in', () => {
    fc.assert(
      fc.property(given, fc.infiniteStream(fc.double()), ({ heads, pickles }, doubles) => {
        const parts = pickles.flat();
        const columns = {
          heads: Uint32Array.from(heads.flatMap(([chunk], index) => [chunk, pickles[index]?.length ?? 0])),
          times: Float64Array.from(parts.flatMap(() => [...doubles.take(4)])),
          lengths: Uint32Array.from(parts, ({ length }) => length),
          status: Uint8Array.from(parts, (_, index) => index % 4),
        };
        const { results, ...unpacked } = unpackResults(packResults(columns, parts)) ?? {};
        expect(unpacked).toEqual(columns);
        expect([...(results ?? [])].slice(0, bytesOf(parts).length)).toEqual(bytesOf(parts));
      }),
    );
  });

  it('are refused when the array holds less than it says, and never read beyond it', () => {
    expect(unpackResults(new Float64Array(0))).toBeNull();
    expect(unpackResults(Float64Array.of(1, 2 ** 40))).toBeNull();
    expect(unpackResults(Float64Array.of(-1, 0))).toBeNull();
    fc.assert(
      fc.property(fc.float64Array({ maxLength: 12 }), (packed) => {
        const columns = unpackResults(packed);
        if (columns === null) return;
        const { heads, times, lengths, status, results } = columns;
        const bytes = [heads, times, lengths, status, results].reduce((sum, { byteLength }) => sum + byteLength, 16);
        expect(bytes).toBe(packed.byteLength);
      }),
    );
  });
});
