/**
 * The pool's pickle, the same on both sides of the boundary: v8's own format, called explicitly and timed by whoever
 * calls it (docs/adr/0002). Plain numbers and other small values are written by hand, in the same format.
 */
import { deserialize, serialize } from 'node:v8';
import { dumpsSmall, loadsSmall, NOT_SMALL } from './pickle-small';

/** @throws Error for what cannot be pickled, such as a function */
export function dumps(value: unknown): Uint8Array {
  return dumpsSmall(value) ?? serialize(value);
}

/**
 * Typed arrays of the value may share memory with `bytes`: whoever keeps bytes for another use must copy them first.
 * @throws Error for bytes that are no pickle
 */
export function loads(bytes: Uint8Array): unknown {
  const small = loadsSmall(bytes);
  return small === NOT_SMALL ? deserialize(bytes) : small;
}
