import { serialize } from 'node:v8';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dumps } from '../../../../src/boundary/pickle';
import type { Part } from '../../../../src/main/price/part';
import { readParts } from '../../../../src/main/price/read-parts';

/** Anything that can be pickled. */
const picklable = fc
  .anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withNullPrototype: true,
    withObjectString: true,
    withSparseArray: true,
    withTypedArray: true,
    withBoxedValues: true,
    key: fc.string({ unit: 'binary', maxLength: 6 }),
    maxDepth: 4,
  })
  .filter((value) => {
    try {
      serialize(value);
      return true;
    } catch {
      return false;
    }
  });

function check(part: Part): void {
  const children = [...part.children.values()];
  const sum = children.reduce((bytes, child) => bytes + child.bytes, 0);
  expect(sum).toBeLessThanOrEqual(part.bytes);
  expect(part.nameBytes).toBeLessThanOrEqual(part.bytes);
  for (const child of children) check(child);
}

/** Path, type, count and bytes of each part. */
function table(part: Part, path = ''): (string | number)[][] {
  const own = [path, [...part.types].join(' or '), part.count, part.bytes];
  const children = [...part.children.values()];
  return [
    own,
    ...children.flatMap((child) => table(child, `${path}/${child.kind === 'value' ? child.key : child.kind}`)),
  ];
}

describe('the parts of a pickle', () => {
  it('take its bytes, and those of a part at most its own, whatever the value', () => {
    fc.assert(
      fc.property(picklable, (value) => {
        const pickle = dumps(value);
        const root = readParts(pickle);
        expect([...root.types]).not.toEqual(['value']);
        expect(root.bytes).toBe(pickle.length);
        check(root);
      }),
      { numRuns: 1000 },
    );
  });

  it('are a property each, its name included', () => {
    // The header, o, "id I1, "name "ab, {2: 2 + 1 + (4 + 2) + (6 + 4) + 2 bytes.
    expect(table(readParts(dumps({ id: 1, name: 'ab' })))).toEqual([
      ['', 'object', 1, 21],
      ['/id', 'number', 1, 6],
      ['/name', 'string', 1, 10],
    ]);
    expect(readParts(dumps({ id: 1, name: 'ab' })).nameBytes).toBe(10);
  });

  it('are the elements of a short array, each', () => {
    expect(table(readParts(dumps([7, 'abc'])))).toEqual([
      ['', 'array', 1, 14],
      ['/0', 'number', 1, 2],
      ['/1', 'string', 1, 5],
    ]);
  });

  it('are all items of a long array together, property by property', () => {
    const rows = Array.from({ length: 1000 }, (_, id) => ({ id: id % 50, tags: ['a', 'b'] }));
    const root = readParts(dumps([5, rows]));
    expect(table(root)).toEqual([
      ['', 'array', 1, 26_016],
      ['/0', 'number', 1, 2],
      ['/1', 'array', 1, 26_007],
      ['/1/items', 'object', 1000, 26_000],
      ['/1/items/id', 'number', 1000, 6000],
      ['/1/items/tags', 'array', 1000, 17_000],
      ['/1/items/tags/items', 'string', 2000, 6000],
    ]);
    expect(root.nameBytes).toBe(10_000);
  });

  it('count an object once that occurs twice: the second time it is a reference', () => {
    const shared = { text: 'x'.repeat(100) };
    const root = readParts(dumps({ a: shared, b: shared }));
    expect(root.children.get('value a')?.bytes).toBeGreaterThan(100);
    expect(root.children.get('value b')).toMatchObject({ bytes: 3 + 2, types: new Set(['same object as before']) });
  });

  it('are one for a view of memory', () => {
    expect(table(readParts(dumps(new Float64Array(4))))).toEqual([['', 'Float64Array', 1, 37]]);
  });

  it('are one for bytes that nobody here can read', () => {
    expect(table(readParts(Uint8Array.of(0xff, 99, 1, 2, 3)))).toEqual([['', 'value', 1, 5]]);
    expect(table(readParts(Uint8Array.of(0xff, 15, 0x6f)))).toEqual([['', 'value', 1, 3]]);
  });
});
