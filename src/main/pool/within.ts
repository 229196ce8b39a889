/** Waiting with a limit. */
import { TimeoutError } from './errors';

/** What a timer can hold; beyond that Node would let it ring at once. It is 24 days. */
const LONGEST_MS = 2 ** 31 - 1;

/** `setTimeout` for any number of ms, infinity too. */
export const timer = (ring: () => void, ms: number): NodeJS.Timeout => setTimeout(ring, Math.min(ms, LONGEST_MS));

/**
 * The promise itself, or a rejection with TimeoutError when it takes longer than `ms`; left out: no limit.
 * @param what begins the error's sentence
 */
export async function within<Value>(promise: Promise<Value>, ms: number | undefined, what: string): Promise<Value> {
  if (ms === undefined) return promise;
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    late = timer(() => reject(new TimeoutError(`${what} was not there after ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    clearTimeout(late);
  }
}
