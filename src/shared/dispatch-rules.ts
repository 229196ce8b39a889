/**
 * The rules by which chunks and results travel. The pool and its workers follow them, and the forecast replays a run by
 * the same ones.
 */

/** Chunks shorter than this are over before the next one could arrive. */
const ROUND_TRIP_NS = 1e6;
/** Of the smallest chunks, so many make up a round trip. They share a message. */
const MOST_IN_FLIGHT = 256;
/** A worker with so many bytes of arguments in its pipe gets no further chunk. */
export const MOST_PIPE_BYTES = 4 * 1024 * 1024;
/** Pickles from this size on leave at once and take a file in memory; below it a message is as fast. */
export const BULK_FROM_BYTES = 64 * 1024;
/** How long a finished result may wait for another task to begin, so that they share a message. */
export const FLUSH_NS = 5e5;

/**
 * How many chunks a worker may have in its pipe. Long chunks: 1, so that a free worker gets the next one and a dead
 * worker takes little with it. Short ones: as many as fit into a round trip, so that the pipe is never empty.
 * @param meanChunkNs mean time that recent chunks took in a worker; NaN before the first
 */
export function inFlightLimit(meanChunkNs: number): number {
  if (Number.isNaN(meanChunkNs) || meanChunkNs >= 2 * ROUND_TRIP_NS) return 1;
  return Math.min(MOST_IN_FLIGHT, 1 + Math.ceil(ROUND_TRIP_NS / Math.max(1, meanChunkNs)));
}

/** The mean time that recent chunks took, once one of `chunkNs` has ended. @param meanNs NaN before the first */
export function nextMeanChunk(meanNs: number, chunkNs: number): number {
  if (Number.isNaN(chunkNs)) return meanNs;
  const mean = Number.isNaN(meanNs) ? chunkNs : meanNs;
  // Quick to believe that chunks have become long: one that waits behind a long one waits for all of it.
  const weight = chunkNs > mean ? 0.5 : 0.1;
  return mean * (1 - weight) + chunkNs * weight;
}
