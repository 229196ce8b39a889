/** Pickles the arguments of a chunk and reads its results, each value on its own and timed on its own (docs/adr/0002). */
import { dumps, loads } from '../../boundary/pickle';
import { PicklingError } from './errors';

export interface Pickled {
  /** One a value. */
  readonly parts: readonly Uint8Array[];
  readonly lengths: Uint32Array;
  /** Begin and end of dumps for each value, in turn. */
  readonly times: Float64Array;
}

export interface PickleFailure {
  readonly position: number;
  readonly error: PicklingError;
  readonly times: Float64Array;
}

/** Stops at the first value that cannot be pickled. */
export function dumpsAll(values: readonly unknown[], now: () => number): Pickled | PickleFailure {
  const times = new Float64Array(values.length * 2);
  const lengths = new Uint32Array(values.length);
  const parts: Uint8Array[] = [];
  for (let position = 0; position < values.length; position++) {
    times[position * 2] = now();
    try {
      const part = dumps(values[position]);
      times[position * 2 + 1] = now();
      lengths[position] = part.length;
      parts.push(part);
    } catch (cause) {
      times[position * 2 + 1] = now();
      times.fill(Number.NaN, position * 2 + 2);
      const reason = cause instanceof Error ? cause.message : String(cause);
      return { position, times, error: new PicklingError(`The argument cannot be pickled: ${reason}`, { cause }) };
    }
  }
  return { parts, lengths, times };
}

export interface Loaded {
  readonly values: unknown[];
  /** Begin and end of loads for each value, in turn. Values of length 0 were never sent: NaN. */
  readonly times: Float64Array;
}

/** @param bytes the pickles one after another @throws Error for bytes that are no pickles */
export function loadsAll(bytes: Uint8Array, lengths: Uint32Array, now: () => number): Loaded {
  const times = new Float64Array(lengths.length * 2);
  // Filled, not sparse: tasks without a value must still be counted when the values are gone through.
  const values: unknown[] = new Array(lengths.length).fill(undefined);
  let offset = 0;
  for (let position = 0; position < lengths.length; position++) {
    const length = lengths[position] ?? 0;
    if (length === 0) {
      times[position * 2] = times[position * 2 + 1] = Number.NaN;
      continue;
    }
    times[position * 2] = now();
    values[position] = loads(bytes.subarray(offset, offset + length));
    times[position * 2 + 1] = now();
    offset += length;
  }
  return { values, times };
}
