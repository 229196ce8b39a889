/** How many chunks a worker may have in its pipe: enough that it never waits for the next one, no more than that. */

/** Chunks shorter than this are over before the next one could arrive. */
const ROUND_TRIP_NS = 1e6;
const MOST = 16;

/**
 * Long chunks: 1, so that a free worker gets the next one and a dead worker takes little with it. Short ones: as many
 * as fit into a round trip, so that the pipe is never empty.
 * @param meanChunkNs mean time that recent chunks took in a worker; NaN before the first
 */
export function inFlightLimit(meanChunkNs: number): number {
  if (Number.isNaN(meanChunkNs) || meanChunkNs >= 2 * ROUND_TRIP_NS) return 1;
  return Math.min(MOST, 1 + Math.ceil(ROUND_TRIP_NS / Math.max(1, meanChunkNs)));
}
