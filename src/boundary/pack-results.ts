/**
 * The columns of a `results` message as one array, for the same reason as in pack-chunks. Doubles first, then 32 bits,
 * then bytes, so that every column is aligned:
 *
 *   | chunks | tasks | moments: 4 a task ... | [chunk, tasks] a chunk ... | bytes a task ... | status a task ... | pickled results ... |
 */

export interface ResultColumns {
  /** RESULT_STRIDE numbers a chunk: the chunk and how many tasks it has, in the order in which they were sent. */
  readonly heads: Uint32Array;
  /** WORKER_MOMENTS of every task. */
  readonly times: Float64Array;
  /** Bytes of each pickled result (or RemoteErrorData); 0: not run. */
  readonly lengths: Uint32Array;
  /** TASK_STATUS of each task. */
  readonly status: Uint8Array;
  /** The pickled results one after another; empty where they cross by another way. */
  readonly results: Uint8Array;
}

export const RESULT_STRIDE = 2;
const FIXED = 2;
const MOMENTS = 4;

export function packResults(
  { heads, times, lengths, status }: Omit<ResultColumns, 'results'>,
  results: readonly Uint8Array[],
): Float64Array {
  const tasks = lengths.length;
  const doubles = FIXED + times.length;
  let bytes = 0;
  for (const part of results) bytes += part.length;
  const packed = new Float64Array(doubles + Math.ceil(((heads.length + tasks) * 4 + tasks + bytes) / 8));
  packed[0] = heads.length / RESULT_STRIDE;
  packed[1] = tasks;
  packed.set(times, FIXED);
  const words = new Uint32Array(packed.buffer, doubles * 8, heads.length + tasks);
  words.set(heads);
  words.set(lengths, heads.length);
  const rest = new Uint8Array(packed.buffer, doubles * 8 + words.byteLength);
  rest.set(status);
  let at = tasks;
  for (const part of results) {
    rest.set(part, at);
    at += part.length;
  }
  return packed;
}

/**
 * The columns are views of `packed`.
 * @returns null for an array that holds less than it says: it comes from a process that runs code which is not ours
 */
export function unpackResults(packed: Float64Array): ResultColumns | null {
  const chunks = packed[0] ?? Number.NaN;
  const tasks = packed[1] ?? Number.NaN;
  if (!isCount(chunks) || !isCount(tasks)) return null;
  const timesEnd = FIXED + tasks * MOMENTS;
  const words = chunks * RESULT_STRIDE + tasks;
  if (timesEnd * 8 + words * 4 + tasks > packed.byteLength) return null;
  const wordsAt = packed.byteOffset + timesEnd * 8;
  const heads = new Uint32Array(packed.buffer, wordsAt, chunks * RESULT_STRIDE);
  const bytesAt = wordsAt + words * 4;
  return {
    heads,
    times: packed.subarray(FIXED, timesEnd),
    lengths: new Uint32Array(packed.buffer, wordsAt + heads.byteLength, tasks),
    status: new Uint8Array(packed.buffer, bytesAt, tasks),
    results: new Uint8Array(packed.buffer, bytesAt + tasks, packed.byteOffset + packed.byteLength - bytesAt - tasks),
  };
}

/** So many chunks and tasks fit a message with room to spare; more would overflow the sums above. */
const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0 && value < 2 ** 32;
