/** The pool's pickle: v8's serialiser, called explicitly and timed, one value at a time (docs/adr/0002). */
import { deserialize, serialize } from 'node:v8';
import { joinBytes } from '../../shared/join-bytes';
import { PicklingError } from './errors';

export interface Pickled {
  /** The values, one after another. */
  readonly bytes: Uint8Array;
  readonly lengths: Uint32Array;
  /** Begin and end of dumps for each value, in turn. */
  readonly times: Float64Array;
}

export interface PickleFailure {
  readonly position: number;
  readonly error: PicklingError;
  readonly times: Float64Array;
}

/** Dumps values `start` to `end`. Stops at the first that cannot be pickled. */
export function dumpsAll(
  values: readonly unknown[],
  start: number,
  end: number,
  now: () => number,
): Pickled | PickleFailure {
  const times = new Float64Array((end - start) * 2).fill(Number.NaN);
  const lengths = new Uint32Array(end - start);
  const parts: Uint8Array[] = [];
  for (let position = 0; position < end - start; position++) {
    times[position * 2] = now();
    try {
      const part = serialize(values[start + position]);
      times[position * 2 + 1] = now();
      lengths[position] = part.length;
      parts.push(part);
    } catch (cause) {
      times[position * 2 + 1] = now();
      const reason = cause instanceof Error ? cause.message : String(cause);
      return { position, times, error: new PicklingError(`The argument cannot be pickled: ${reason}`, { cause }) };
    }
  }
  return { bytes: joinBytes(parts), lengths, times };
}

export interface Loaded {
  readonly values: unknown[];
  /** Begin and end of loads for each value, in turn. Values of length 0 were never sent: NaN. */
  readonly times: Float64Array;
}

export function loadsAll(bytes: Uint8Array, lengths: Uint32Array, now: () => number): Loaded {
  const times = new Float64Array(lengths.length * 2).fill(Number.NaN);
  // Filled, not sparse: tasks without a value must still be counted when the values are gone through.
  const values: unknown[] = new Array(lengths.length).fill(undefined);
  let offset = 0;
  for (const [position, length] of lengths.entries()) {
    if (length === 0) continue;
    times[position * 2] = now();
    values[position] = deserialize(bytes.subarray(offset, offset + length));
    times[position * 2 + 1] = now();
    offset += length;
  }
  return { values, times };
}
