/** The pool's end of the one lock that threads share: numbers them, and frees what an ended one still held. */
import { HOLDER, type LockOfThread, MOST_THREADS, WAITING } from '../../shared/thread-lock';

const BYTES = (MOST_THREADS + 1) * Int32Array.BYTES_PER_ELEMENT;

export class InterpreterLock {
  private readonly memory = new SharedArrayBuffer(BYTES);
  private readonly words = new Int32Array(this.memory);
  private made = 0;

  /** What a new thread needs to take part. */
  share(): LockOfThread {
    const thread = (this.made++ % MOST_THREADS) + 1;
    return { memory: this.memory, thread };
  }

  /** The thread has ended, whatever it was at. */
  gone(thread: number): void {
    Atomics.store(this.words, WAITING + thread, 0);
    if (Atomics.compareExchange(this.words, HOLDER, thread, 0) === thread) Atomics.notify(this.words, HOLDER);
  }
}
