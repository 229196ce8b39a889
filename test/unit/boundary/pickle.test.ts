import { deserialize, serialize } from 'node:v8';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dumps, loads } from '../../../src/boundary/pickle';
import { dumpsSmall, loadsSmall, NOT_SMALL } from '../../../src/boundary/pickle-small';

/** Values that are written by hand, at the borders of each form. */
const SMALL = [
  ...[0, 1, -1, 63, 64, -64, -65, 8191, 8192, 2 ** 20, -(2 ** 20), 2 ** 30 - 1, -(2 ** 30)],
  ...[2 ** 30, -(2 ** 30) - 1, 2 ** 31, 2 ** 53, -(2 ** 53), -0, 0.5, -1.25, Number.MIN_VALUE, Number.MAX_VALUE],
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, true, false, null, undefined],
];

describe('small values pickled by hand', () => {
  it.each(SMALL)('%s: v8 reads what is written here', (value) => {
    expect(deserialize(dumpsSmall(value) ?? new Uint8Array())).toBe(value);
  });

  it.each(SMALL)('%s: what v8 writes is read here', (value) => {
    expect(loadsSmall(serialize(value))).toBe(value);
  });

  it('writes the bytes that v8 writes', () => {
    // Literals: v8 writes the number 1 as a double where it came from an array of doubles.
    expect([...(dumpsSmall(1) ?? [])]).toEqual([...serialize(1)]);
    expect([...(dumpsSmall(-300) ?? [])]).toEqual([...serialize(-300)]);
    expect([...(dumpsSmall(0.5) ?? [])]).toEqual([...serialize(0.5)]);
    expect([...(dumpsSmall(true) ?? [])]).toEqual([...serialize(true)]);
    expect([...(dumpsSmall(null) ?? [])]).toEqual([...serialize(null)]);
    expect([...(dumpsSmall(undefined) ?? [])]).toEqual([...serialize(undefined)]);
  });

  it('leaves everything else to v8', () => {
    for (const value of ['text', 5n, [], {}, new Date(0)]) {
      expect(dumpsSmall(value)).toBeUndefined();
      expect(loadsSmall(serialize(value))).toBe(NOT_SMALL);
    }
  });
});

describe('a pickle', () => {
  it('is the value again, whatever the number', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer(), fc.double()), (value) => {
        expect(loads(dumps(value))).toBe(value);
        expect(loads(serialize(value))).toBe(value);
        expect(deserialize(dumps(value))).toBe(value);
      }),
    );
  });

  it('is the value again, whatever can be pickled', () => {
    const values = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
    });
    fc.assert(
      fc.property(values, (value) => {
        // Prototypes and functions do not cross, as in structured clone: v8's own round trip is the oracle.
        expect(loads(dumps(value))).toEqual(deserialize(serialize(value)));
      }),
    );
  });

  it('of anything but a pickle is refused, or read as v8 reads it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 14 }), (bytes) => {
        expect(outcome(() => loads(bytes))).toEqual(outcome(() => deserialize(bytes)));
      }),
    );
  });
});

function outcome(read: () => unknown): unknown {
  try {
    return { value: read() };
  } catch {
    return 'refused';
  }
}
