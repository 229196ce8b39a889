/**
 * Workers that need the caller between two chunks, and wait for it while it is at another's: a closed queue with one
 * server. Mean value analysis, Reiser and Lavenberg, Journal of the ACM 27(2), 1980.
 */

/**
 * @param workers that go round
 * @param awayMs what a worker does on its own, for each chunk
 * @param callerMs what the caller does for each chunk
 * @returns mean time from one chunk of a worker to its next
 */
export function cycleMs(workers: number, awayMs: number, callerMs: number): number {
  if (callerMs <= 0) return awayMs;
  let waiting = 0;
  let cycle = awayMs + callerMs;
  for (let there = 1; there <= workers; there++) {
    const atCaller = callerMs * (1 + waiting);
    cycle = awayMs + atCaller;
    waiting = (there * atCaller) / cycle;
  }
  return cycle;
}
