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

  test('keeps its type and content and fills the rest', () => {
    const larger = grown(Uint16Array.of(1, 2), 3, 7);
    expect(larger).toBeInstanceOf(Uint16Array);
    expect([...larger.subarray(0, 4)]).toEqual([1, 2, 7, 7]);
  });

  test('can be filled with NaN, which is how moments begin', () => {
    expect([...grown(Float64Array.of(1), 2, Number.NaN).subarray(0, 3)]).toEqual([1, Number.NaN, Number.NaN]);
  });
});
