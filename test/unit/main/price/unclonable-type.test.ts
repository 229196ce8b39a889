import { describe, expect, it } from 'vitest';
import { dumps } from '../../../../src/boundary/pickle';
import { unclonableType } from '../../../../src/main/price/unclonable-type';

function refused(value: unknown): string {
  try {
    dumps(value);
  } catch (error) {
    return `The result cannot be pickled: ${(error as Error).message}`;
  }
  throw new Error('it was pickled');
}

describe('what v8 refused to pickle', () => {
  it('is told from its message, however deep it lies', () => {
    expect(unclonableType(refused({ call: () => 1 }))).toBe('function');
    expect(unclonableType(refused([async function named() {}]))).toBe('function');
    expect(unclonableType(refused({ deep: { tag: Symbol('x') } }))).toBe('symbol');
    expect(unclonableType(refused(Promise.resolve()))).toBe('Promise');
    expect(unclonableType(refused(new WeakMap()))).toBe('WeakMap');
    expect(unclonableType('something else')).toBe('unknown');
  });
});
