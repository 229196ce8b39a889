/** A named semaphore: with a value of 1 it is the lock that goes with Python's Value and Array. */
import type { SemaphoreHandle, SharedSystem } from './system';

export class Semaphore {
  private constructor(
    private readonly system: SharedSystem,
    readonly name: string,
    private readonly handle: SemaphoreHandle,
  ) {}

  /** @param value how many may hold it at once @throws SharedMemoryError */
  static create(system: SharedSystem, name: string, value = 1): Semaphore {
    return new Semaphore(system, name, system.createSemaphore(name, value));
  }

  /** @throws SharedMemoryError */
  static open(system: SharedSystem, name: string): Semaphore {
    return new Semaphore(system, name, system.openSemaphore(name));
  }

  /** Waits for its turn, and blocks this thread meanwhile. */
  acquire(): void {
    this.system.wait(this.handle);
  }

  /** Waits for so long at most; 0: not at all. @returns whether it got its turn */
  acquireWithin(ms: number): boolean {
    return this.system.waitFor(this.handle, ms);
  }

  release(): void {
    this.system.post(this.handle);
  }

  close(): void {
    this.system.closeSemaphore(this.handle);
  }

  unlink(): void {
    this.system.unlinkSemaphore(this.name);
  }
}
