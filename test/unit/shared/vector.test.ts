import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grown, Vector } from '../../../src/shared/vector';

const floats = fc.array(fc.double(), { maxLength: 300 });

describe('a vector', () => {
  test('holds what was pushed and appended, in order, like a plain array', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.double(), floats), { maxLength: 40 }), (steps) => {
        const vector = new Vector<Float64Array>(Float64Array);
        const plain: number[] = [];
        for (const step of steps) {
          if (typeof step === 'number') {
            vector.push(step);
            plain.push(step);
          } else {
            vector.append(Float64Array.from(step));
            plain.push(...step);
          }
        }
        expect(vector.length).toBe(plain.length);
        expect([...vector.tail(0)]).toEqual(plain);
      }),
    );
  });

  test('never has room for more than twice what it holds, once past its first 64', () => {
    const vector = new Vector<Uint32Array>(Uint32Array);
    for (let i = 0; i < 10_000; i++) {
      vector.push(i);
      expect(vector.array.length).toBeLessThanOrEqual(Math.max(64, 2 * vector.length));
    }
  });

  test('gives a tail that later pushes do not change', () => {
    const vector = new Vector<Uint32Array>(Uint32Array);
    vector.append(Uint32Array.of(1, 2, 3));
    const tail = vector.tail(1);
    vector.array[1] = 9;
    expect([...tail]).toEqual([2, 3]);
    expect([...vector.tail(3)]).toEqual([]);
  });
});

describe('a grown array', () => {
  test('is the array itself while it has room', () => {
    const array = new Float64Array(8);
    expect(grown(array, 8)).toBe(array);
  });

  test('keeps its type and content', () => {
    const larger = grown(Uint16Array.of(1, 2), 3);
    expect(larger).toBeInstanceOf(Uint16Array);
    expect([...larger.subarray(0, 4)]).toEqual([1, 2, 0, 0]);
  });

  test('doubles while it is small and grows by a quarter when it is large', () => {
    expect(grown(new Uint8Array(1000), 1001).length).toBe(2000);
    expect(grown(new Uint8Array(1_000_000), 1_000_001).length).toBe(1_250_000);
    expect(grown(new Uint8Array(1_000_000), 3_000_000).length).toBe(3_000_000);
  });
});

describe('room that is reserved', () => {
  test('is exactly as much as is asked for, and never less than there was', () => {
    const vector = new Vector(Uint32Array);
    vector.append(Uint32Array.of(1, 2, 3));
    vector.reserve(1000);
    expect([vector.array.length, vector.length, ...vector.tail(0)]).toEqual([1000, 3, 1, 2, 3]);
    vector.reserve(10);
    expect(vector.array.length).toBe(1000);
  });
});
