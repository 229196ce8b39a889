/**
 * Chunk sizes as CPython computes them.
 * Source: Lib/multiprocessing/pool.py, Pool._map_async and Pool.imap.
 */

/**
 * Default chunk size of `map` and `starmap`: divmod(tasks, 4 * processes), plus one if there is a remainder.
 * @param tasks number of input items, 0 or more
 * @param processes number of workers, 1 or more
 * @returns items per chunk; 0 for empty input, as in Python
 */
export function defaultChunksize(tasks: number, processes: number): number {
  const quotient = Math.floor(tasks / (processes * 4));
  return tasks % (processes * 4) === 0 ? quotient : quotient + 1;
}

/** Default chunk size of `imap` and `imap_unordered`. */
export const IMAP_CHUNKSIZE = 1;

/** Half-open range of input positions. */
export interface ChunkRange {
  readonly start: number;
  readonly end: number;
}

/** Cuts `tasks` positions into ranges of `chunksize`, in order; the last may be shorter. */
export function* chunkRanges(tasks: number, chunksize: number): Generator<ChunkRange> {
  const size = Math.max(1, chunksize);
  for (let start = 0; start < tasks; start += size) yield { start, end: Math.min(tasks, start + size) };
}
