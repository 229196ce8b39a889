/** Does long work a little at a time, when the window has nothing else to do, and once: what came of it is kept. */
import { useEffect, useState } from 'react';

/** At least this often a step is taken, however busy the window is. */
const LATEST_MS = 100;

/** What was made of a thing, or why it could not be. */
export type Made<Key extends object, Result> = WeakMap<Key, Result | Error>;

/**
 * @param of what it is made of; null: nothing is to be made
 * @returns null until it is made
 */
export function useInIdle<Key extends object, Result>(
  made: Made<Key, Result>,
  of: Key | null,
  make: (of: Key) => Generator<void, Result>,
  done: (result: Result, of: Key) => void,
): Result | Error | null {
  const [, setMade] = useState<Result | Error | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is made depends on `of` alone
  useEffect(() => {
    if (of === null || made.has(of)) return;
    return driveInIdle(make(of), (result) => {
      made.set(of, result);
      if (!(result instanceof Error)) done(result, of);
      setMade(result);
    });
  }, [of]);
  return of === null ? null : (made.get(of) ?? null);
}

/** @returns a function that gives up */
function driveInIdle<Result>(work: Generator<void, Result>, done: (result: Result | Error) => void): () => void {
  let handle = 0;
  const go = (deadline: IdleDeadline): void => {
    const result = someOf(work, deadline);
    if (result === undefined) handle = requestIdleCallback(go, { timeout: LATEST_MS });
    else done(result);
  };
  handle = requestIdleCallback(go, { timeout: LATEST_MS });
  return () => cancelIdleCallback(handle);
}

/** @returns undefined while there is more to do */
function someOf<Result>(work: Generator<void, Result>, deadline: IdleDeadline): Result | Error | undefined {
  try {
    do {
      const step = work.next();
      if (step.done === true) return step.value;
    } while (deadline.timeRemaining() > 1);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
