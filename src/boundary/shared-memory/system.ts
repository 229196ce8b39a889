/**
 * What the operating system offers for memory and semaphores that processes share by name: the primitives under Python's
 * SharedMemory, Value and Lock. A mapping is never a JavaScript buffer: Electron keeps those in a cage of their own.
 */

/** A place in this process's memory. */
export type Address = bigint;

/** An open semaphore of the operating system's: the same number for all threads of this process. */
export type SemaphoreHandle = bigint;

export interface SharedSystem {
  /** Makes a segment of zeros. @returns its address here @throws SharedMemoryError when the name is taken */
  create(name: string, bytes: number): Address;
  /** @throws SharedMemoryError when there is no such segment */
  attach(name: string, bytes: number): Address;
  detach(address: Address, bytes: number): void;
  /** Takes the name away; memory goes with its last user. @returns whether there was one */
  unlink(name: string): boolean;
  copyIn(address: Address, source: Uint8Array): void;
  copyOut(address: Address, target: Uint8Array): void;
  readInteger(address: Address): bigint;
  writeInteger(address: Address, value: bigint): void;

  createSemaphore(name: string, value: number): SemaphoreHandle;
  openSemaphore(name: string): SemaphoreHandle;
  /** Blocks this thread for so long at most, 0: not at all. @returns whether it became free in time */
  waitFor(semaphore: SemaphoreHandle, ms: number): boolean;
  post(semaphore: SemaphoreHandle): void;
  closeSemaphore(semaphore: SemaphoreHandle): void;
  unlinkSemaphore(name: string): boolean;
}

/** What the operating system refused, in one sentence. */
export class SharedMemoryError extends Error {
  override name = 'SharedMemoryError';

  /** @param code the operating system's, such as ENOENT */
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

let opened: SharedSystem | undefined;

/** The system's, loaded when it is first asked for: most workers never share memory. */
export async function sharedSystem(): Promise<SharedSystem> {
  if (opened === undefined) {
    opened = process.platform === 'win32' ? (await import('./win32')).win32() : (await import('./posix')).posix();
  }
  return opened;
}
