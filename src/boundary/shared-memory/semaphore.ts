/** A named semaphore: with a value of 1 it is the lock that goes with Python's Value and Array. */
import type { SemaphoreHandle, SharedSystem } from './system';

/** A thread that is ended while it waits is gone by then: the operating system's own wait would not let it. */
const PIECE_MS = 100;

export class Semaphore {
  private constructor(
    private readonly system: SharedSystem,
    readonly name: string,
    /** What threads of this process open it by. */
    readonly handle: SemaphoreHandle,
    private readonly own = true,
  ) {}

  /** @param value how many may hold it at once @throws SharedMemoryError */
  static create(system: SharedSystem, name: string, value = 1): Semaphore {
    return new Semaphore(system, name, system.createSemaphore(name, value));
  }

  /** @param handle of the process, where this is a thread of it: only the process can let go of it @throws SharedMemoryError */
  static open(system: SharedSystem, name: string, handle: SemaphoreHandle | null = null): Semaphore {
    return new Semaphore(system, name, handle ?? system.openSemaphore(name), handle === null);
  }

  /** Waits for its turn, and blocks this thread meanwhile. */
  acquire(): void {
    while (!this.system.waitFor(this.handle, PIECE_MS));
  }

  /** Waits for so long at most; 0: not at all. @returns whether it got its turn */
  acquireWithin(ms: number): boolean {
    return this.system.waitFor(this.handle, ms);
  }

  release(): void {
    this.system.post(this.handle);
  }

  close(): void {
    if (this.own) this.system.closeSemaphore(this.handle);
  }

  unlink(): void {
    this.system.unlinkSemaphore(this.name);
  }
}
