/**
 * The columns of a `chunks` message as one array: each array that crosses costs microseconds, its bytes hardly anything
 * (docs/performance.md). All numbers are 32 bits:
 *
 *   | chunks | tasks | [chunk, functionId, firstTask, tasks] a chunk ... | bytes a task ... | pickled arguments ... |
 */

export interface PackedChunk {
  readonly chunk: number;
  readonly functionId: number;
  /** Number of its first task; the others follow. */
  readonly firstTask: number;
  readonly tasks: number;
}

export interface ChunkColumns {
  /** CHUNK_STRIDE numbers a chunk: see PackedChunk. */
  readonly heads: Uint32Array;
  /** Bytes of each pickled argument. */
  readonly lengths: Uint32Array;
  /** The pickled arguments one after another; empty where they cross by another way. */
  readonly args: Uint8Array;
}

export const CHUNK_STRIDE = 4;
const FIXED = 2;

export function packChunks(
  heads: readonly number[],
  lengths: readonly number[],
  args: readonly Uint8Array[],
): Uint32Array {
  const words = FIXED + heads.length + lengths.length;
  let bytes = 0;
  for (const part of args) bytes += part.length;
  const packed = new Uint32Array(words + Math.ceil(bytes / 4));
  packed[0] = heads.length / CHUNK_STRIDE;
  packed[1] = lengths.length;
  packed.set(heads, FIXED);
  packed.set(lengths, FIXED + heads.length);
  const target = new Uint8Array(packed.buffer, words * 4);
  let at = 0;
  for (const part of args) {
    target.set(part, at);
    at += part.length;
  }
  return packed;
}

/** The columns are views of `packed`. */
export function unpackChunks(packed: Uint32Array): ChunkColumns {
  const headsEnd = FIXED + (packed[0] ?? 0) * CHUNK_STRIDE;
  const lengthsEnd = headsEnd + (packed[1] ?? 0);
  return {
    heads: packed.subarray(FIXED, headsEnd),
    lengths: packed.subarray(headsEnd, lengthsEnd),
    args: new Uint8Array(packed.buffer, packed.byteOffset + lengthsEnd * 4),
  };
}

export function chunkAt(heads: Uint32Array, index: number): PackedChunk {
  const at = index * CHUNK_STRIDE;
  return {
    chunk: heads[at] ?? 0,
    functionId: heads[at + 1] ?? 0,
    firstTask: heads[at + 2] ?? 0,
    tasks: heads[at + 3] ?? 0,
  };
}
