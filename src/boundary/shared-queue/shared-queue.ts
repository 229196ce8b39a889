/**
 * A bounded first-in-first-out queue between processes, with the methods of Python's Queue and JoinableQueue: a ring of
 * slots in shared memory, a semaphore that counts free slots, one that counts filled ones, and a lock.
 */
import { isAlive } from '../is-alive';
import { dumps, loads } from '../pickle';
import { Semaphore } from '../shared-memory/semaphore';
import { INTEGER_BYTES, SharedMemory } from '../shared-memory/shared-memory';
import type { SharedSystem } from '../shared-memory/system';
import { Empty, Full, QueueBroken, QueueError } from './queue-errors';

export interface QueueNames {
  readonly memory: string;
  readonly free: string;
  readonly filled: string;
  readonly lock: string;
  /** Where `join` waits. */
  readonly done: string;
  /** Items that it holds at most. */
  readonly capacity: number;
  /** Bytes of the largest pickle. */
  readonly slotBytes: number;
}

/** What became of a put or a get. */
export interface Receipt {
  /** Number of the item in the queue's life, from 0: of the put and of the get that belong together it is the same. */
  readonly position: number;
  /** Items in the queue afterwards. */
  readonly depth: number;
  /** While the lock was held, by the clock that was given: what is later in the queue's order is later here. */
  readonly at: number;
  /** Whether it had to wait for a place, or for an item. */
  readonly waited: boolean;
}

export interface Taken extends Receipt {
  readonly item: unknown;
}

/** The ring's own numbers, each 8 bytes, in front of its slots. */
const PUT = 0;
const GOT = 1;
const UNFINISHED = 2;
const JOINING = 3;
/** PID of the process that has the lock. */
const HOLDER = 4;
const HEADER_BYTES = 8 * INTEGER_BYTES;

/** No one needs the lock for longer than some microseconds. */
const LOCK_MS = 5000;

interface QueueOptions {
  /** Of receipts. */
  now?(): number;
  /** How long a process may have the lock before it is given up. */
  readonly lockMs?: number;
}

export class SharedQueue {
  private closed = false;
  private readonly now: () => number;
  private readonly lockMs: number;

  private constructor(
    private readonly names: QueueNames,
    private readonly memory: SharedMemory,
    private readonly free: Semaphore,
    private readonly filled: Semaphore,
    private readonly lock: Semaphore,
    private readonly done: Semaphore,
    { now = () => performance.now() * 1e6, lockMs = LOCK_MS }: QueueOptions,
  ) {
    this.now = now;
    this.lockMs = lockMs;
  }

  /** Makes one; whoever makes it unlinks it. @throws SharedMemoryError, and leaves nothing behind then */
  static create(system: SharedSystem, names: QueueNames, options: QueueOptions = {}): SharedQueue {
    const made: { close(): void; unlink(): void }[] = [];
    const keep = <Part extends Semaphore | SharedMemory>(part: Part): Part => {
      made.push(part);
      return part;
    };
    try {
      return new SharedQueue(
        names,
        keep(SharedMemory.create(system, names.memory, bytesOf(names))),
        keep(Semaphore.create(system, names.free, names.capacity)),
        keep(Semaphore.create(system, names.filled, 0)),
        keep(Semaphore.create(system, names.lock, 1)),
        keep(Semaphore.create(system, names.done, 0)),
        options,
      );
    } catch (error) {
      for (const part of made) {
        part.close();
        part.unlink();
      }
      throw error;
    }
  }

  /** Opens one that another process has made. @throws SharedMemoryError */
  static attach(system: SharedSystem, names: QueueNames, options: QueueOptions = {}): SharedQueue {
    return new SharedQueue(
      names,
      SharedMemory.attach(system, names.memory, bytesOf(names)),
      Semaphore.open(system, names.free),
      Semaphore.open(system, names.filled),
      Semaphore.open(system, names.lock),
      Semaphore.open(system, names.done),
      options,
    );
  }

  /**
   * Pickles an item into the queue, and blocks this thread while that is full.
   * @param timeoutMs null: for as long as it takes; 0: not at all, as put_nowait
   * @throws Full when there was no place in time, QueueError for an item that does not fit
   */
  put(item: unknown, timeoutMs: number | null = null): Receipt {
    if (this.closed) throw new QueueError('Queue is closed: this process has said that it puts nothing more.');
    const { capacity, slotBytes } = this.names;
    const bytes = dumps(item);
    if (bytes.length > slotBytes)
      throw new QueueError(`An item of ${bytes.length} bytes does not fit: a place of this queue has ${slotBytes}.`);
    const waited = turn(this.free, timeoutMs);
    if (waited === null) throw new Full(`The queue was full: ${capacity} of ${capacity} places were taken.`);
    const receipt = this.locked((): Receipt => {
      const position = this.memory.readInteger(PUT * INTEGER_BYTES);
      const slot = this.slotAt(position);
      this.memory.writeInteger(bytes.length, slot);
      if (bytes.length > 0) this.memory.write(bytes, slot + INTEGER_BYTES);
      this.memory.writeInteger(position + 1, PUT * INTEGER_BYTES);
      this.add(UNFINISHED, 1);
      return { position, depth: this.qsize(), at: this.now(), waited };
    });
    this.filled.release();
    return receipt;
  }

  /**
   * Takes the item that has been in the queue for longest, and blocks this thread while there is none.
   * @param timeoutMs null: for as long as it takes; 0: not at all, as get_nowait
   * @throws Empty when none came in time
   */
  get(timeoutMs: number | null = null): Taken {
    const waited = turn(this.filled, timeoutMs);
    if (waited === null) throw new Empty('The queue was empty.');
    const { bytes, receipt } = this.locked(() => {
      const position = this.memory.readInteger(GOT * INTEGER_BYTES);
      const slot = this.slotAt(position);
      const bytes = new Uint8Array(Math.min(this.names.slotBytes, this.memory.readInteger(slot)));
      if (bytes.length > 0) this.memory.read(bytes, slot + INTEGER_BYTES);
      this.memory.writeInteger(position + 1, GOT * INTEGER_BYTES);
      return { bytes, receipt: { position, depth: this.qsize(), at: this.now(), waited } };
    });
    this.free.release();
    return { item: loads(bytes), ...receipt };
  }

  /** Items in the queue. No lock is held: another process may have changed it before this one has read the answer. */
  qsize(): number {
    const got = this.memory.readInteger(GOT * INTEGER_BYTES);
    return Math.max(0, this.memory.readInteger(PUT * INTEGER_BYTES) - got);
  }

  /** As true as `qsize`: for a moment. */
  empty(): boolean {
    return this.qsize() === 0;
  }

  full(): boolean {
    return this.qsize() >= this.names.capacity;
  }

  /** An item that was got has been dealt with; the last one lets `join` return. @throws QueueError when there is none */
  taskDone(): void {
    const left = this.locked(() => {
      const unfinished = this.memory.readInteger(UNFINISHED * INTEGER_BYTES);
      if (unfinished === 0) return -1;
      this.memory.writeInteger(unfinished - 1, UNFINISHED * INTEGER_BYTES);
      if (unfinished > 1) return unfinished - 1;
      for (let joining = this.memory.readInteger(JOINING * INTEGER_BYTES); joining > 0; joining--) this.done.release();
      this.memory.writeInteger(0, JOINING * INTEGER_BYTES);
      return 0;
    });
    if (left < 0) throw new QueueError('taskDone() was called more often than there were items.');
  }

  /**
   * Blocks this thread until every item that was put has been dealt with.
   * @param timeoutMs null: for as long as it takes @returns whether all are
   */
  join(timeoutMs: number | null = null): boolean {
    const waits = this.locked(() => {
      if (this.memory.readInteger(UNFINISHED * INTEGER_BYTES) === 0) return false;
      if (timeoutMs !== 0) this.add(JOINING, 1);
      return true;
    });
    if (!waits) return true;
    if (timeoutMs === 0) return false;
    if (turn(this.done, timeoutMs) !== null) return true;
    return this.locked(() => {
      // Told in the very moment at which it gave up: what was left for it would wake another one.
      if (this.done.acquireWithin(0)) return true;
      this.add(JOINING, -1);
      return false;
    });
  }

  /** This process puts nothing more. The others go on. */
  close(): void {
    this.closed = true;
  }

  /** Lets go of it here; it stays for the others. */
  detach(): void {
    for (const part of [this.memory, this.free, this.filled, this.lock, this.done]) part.close();
  }

  /** Takes its names away: it is gone when the last process has let go. */
  unlink(): void {
    for (const part of [this.memory, this.free, this.filled, this.lock, this.done]) part.unlink();
  }

  /** @throws QueueBroken where the lock is not given back */
  private locked<Value>(work: () => Value): Value {
    if (!this.lock.acquireWithin(this.lockMs)) throw new QueueBroken(this.whyLocked());
    try {
      this.memory.writeInteger(process.pid, HOLDER * INTEGER_BYTES);
      return work();
    } finally {
      this.memory.writeInteger(0, HOLDER * INTEGER_BYTES);
      this.lock.release();
    }
  }

  private whyLocked(): string {
    const holder = this.memory.readInteger(HOLDER * INTEGER_BYTES);
    const seconds = this.lockMs / 1000;
    if (holder === 0) return `The queue's lock did not come free for ${seconds} s; nobody says to have it.`;
    return isAlive(holder)
      ? `The queue's lock did not come free for ${seconds} s: process ${holder} has it.`
      : `Process ${holder} ended while it had the queue's lock: nobody else can get it any more.`;
  }

  private add(number: number, change: number): void {
    const at = number * INTEGER_BYTES;
    this.memory.writeInteger(this.memory.readInteger(at) + change, at);
  }

  private slotAt(position: number): number {
    const { capacity, slotBytes } = this.names;
    return HEADER_BYTES + (position % capacity) * (INTEGER_BYTES + slotBytes);
  }
}

/** Eight bytes at a time are written: each slot begins at a multiple of that. */
const bytesOf = ({ capacity, slotBytes }: QueueNames): number => HEADER_BYTES + capacity * (INTEGER_BYTES + slotBytes);

/** @returns whether it had to wait; null: it was not its turn in time */
function turn(semaphore: Semaphore, timeoutMs: number | null): boolean | null {
  if (semaphore.acquireWithin(0)) return false;
  if (timeoutMs === null) semaphore.acquire();
  else if (timeoutMs === 0 || !semaphore.acquireWithin(timeoutMs)) return null;
  return true;
}
