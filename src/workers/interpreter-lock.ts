/**
 * One lock for all threads of an engine, held while a task is loaded, run and dumped: what Python's interpreter lock is
 * to its threads. As in Python whoever lets go of it lets one that waits go first, and a task that waits for something
 * else lets go of it.
 */
import { workerData } from 'node:worker_threads';
import { HOLDER, type LockOfThread, WAITING } from '../shared/thread-lock';

/** A waiting thread that was ended may be counted for a moment: nobody waits for it longer than Python's switch interval. */
const MOST_WAIT_MS = 5;
const FREE = 0;

const given = (workerData as { interpreterLock?: LockOfThread } | null)?.interpreterLock;
const words = given === undefined ? null : new Int32Array(given.memory);
const mine = given?.thread ?? FREE;

export function acquireInterpreter(): void {
  if (words === null) return;
  Atomics.store(words, WAITING + mine, 1);
  for (;;) {
    const holder = Atomics.compareExchange(words, HOLDER, FREE, mine);
    if (holder === FREE) break;
    Atomics.wait(words, HOLDER, holder);
  }
  Atomics.store(words, WAITING + mine, 0);
  // Whoever let go waits to see that somebody has it.
  Atomics.notify(words, HOLDER);
}

export function releaseInterpreter(): void {
  if (words === null) return;
  Atomics.store(words, HOLDER, FREE);
  Atomics.notify(words, HOLDER);
  if (someoneWaits(words)) Atomics.wait(words, HOLDER, FREE, MOST_WAIT_MS);
}

/** Does something that Python does without the lock, such as sleeping or reading a file. */
export function withoutInterpreter<Value>(wait: () => Value): Value {
  releaseInterpreter();
  try {
    return wait();
  } finally {
    acquireInterpreter();
  }
}

/** Computes with the lock, in an asynchronous task: it was let go of at the first wait. */
export function withInterpreter<Value>(compute: () => Value): Value {
  acquireInterpreter();
  try {
    return compute();
  } finally {
    releaseInterpreter();
  }
}

function someoneWaits(all: Int32Array): boolean {
  for (let at = WAITING + 1; at < all.length; at++) if (Atomics.load(all, at) !== 0) return true;
  return false;
}
