import { serialize } from 'node:v8';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makePayload } from '../../../src/shared/payload';
import { PAYLOAD_KINDS } from '../../../src/shared/scenario';

/** Those that are made here: shared memory lies elsewhere. */
const KINDS = PAYLOAD_KINDS.filter((kind) => kind !== 'none' && kind !== 'shared-memory');

describe('a payload', () => {
  test('of kind none, or of no bytes, is nothing at all', () => {
    expect(makePayload('none', 1000)).toBeUndefined();
    expect(makePayload('shared-memory', 1000)).toBeUndefined();
    for (const kind of KINDS) expect(makePayload(kind, 0)).toBeUndefined();
  });

  test('of bytes has exactly so many', () => {
    expect(makePayload('bytes', 5)).toEqual(Uint8Array.of(0, 1, 2, 3, 4));
    for (const length of [255, 256, 257, 1001, 65_536]) {
      expect(makePayload('bytes', length)).toEqual(Uint8Array.from({ length }, (_, index) => index));
    }
  });

  test('of text has one character a byte', () => {
    expect(makePayload('text', 10)).toBe('Everything');
    expect(makePayload('text', 12_345)).toHaveLength(12_345);
  });

  test('of numbers has one double for each 8 bytes, none of them whole', () => {
    expect(makePayload('numbers', 24)).toEqual([0.5, 1.5, 2.5]);
    expect(makePayload('numbers', 1)).toEqual([0.5]);
  });

  test('of objects has one small record for each 64 bytes', () => {
    expect(makePayload('objects', 128)).toEqual([
      { id: 0, name: 'row 0', score: 0.25, tags: ['red', 'green'] },
      { id: 1, name: 'row 1', score: 0.75, tags: ['green', 'blue'] },
    ]);
  });

  test('is the same each time it is made', () => {
    for (const kind of KINDS) expect(makePayload(kind, 777)).toEqual(makePayload(kind, 777));
  });

  test('weighs, pickled, about the bytes that were asked for', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.integer({ min: 1000, max: 300_000 }), (kind, bytes) => {
        const pickled = serialize(makePayload(kind, bytes)).length;
        expect(pickled / bytes).toBeGreaterThan(0.9);
        expect(pickled / bytes).toBeLessThan(1.25);
      }),
      { numRuns: 40 },
    );
  });
});
