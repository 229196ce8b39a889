/** Waiting with a limit. */
import { TimeoutError } from './errors';

/**
 * The promise itself, or a rejection with TimeoutError when it takes longer than `ms`; left out: no limit.
 * @param what begins the error's sentence
 */
export async function within<Value>(promise: Promise<Value>, ms: number | undefined, what: string): Promise<Value> {
  if (ms === undefined) return promise;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeoutError(`${what} was not there after ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
