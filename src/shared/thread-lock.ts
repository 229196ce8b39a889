/** How the one lock of an engine's threads lies in memory that they share with main. */

/** Word that holds the number of the thread that has the lock; 0: nobody. */
export const HOLDER = 0;
/** From here on a word for each thread: 1 while it waits. Numbers of threads begin at 1. */
export const WAITING = 0;
/** Threads that can be told apart; numbers are used again after so many. */
export const MOST_THREADS = 1023;

export interface LockOfThread {
  readonly memory: SharedArrayBuffer;
  /** Number of the thread, 1 to MOST_THREADS. */
  readonly thread: number;
}
