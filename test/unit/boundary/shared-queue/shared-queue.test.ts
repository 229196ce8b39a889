import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { Semaphore } from '../../../../src/boundary/shared-memory/semaphore';
import { SharedMemory } from '../../../../src/boundary/shared-memory/shared-memory';
import { sharedSystem } from '../../../../src/boundary/shared-memory/system';
import { Empty, Full, QueueBroken, QueueError } from '../../../../src/boundary/shared-queue/queue-errors';
import { namesOfQueue, queueNames } from '../../../../src/boundary/shared-queue/queue-names';
import { type QueueNames, SharedQueue } from '../../../../src/boundary/shared-queue/shared-queue';

const system = await sharedSystem();
const made: SharedQueue[] = [];

function queueOf(capacity: number, itemBytes?: number): { queue: SharedQueue; names: QueueNames } {
  const names = queueNames(capacity, itemBytes);
  const queue = SharedQueue.create(system, names, { lockMs: 30 });
  made.push(queue);
  return { queue, names };
}

afterEach(() => {
  for (const queue of made.splice(0)) {
    queue.detach();
    queue.unlink();
  }
  if (process.platform !== 'linux') return;
  const mine = `poolscope-${process.pid.toString(36)}-`;
  expect(readdirSync('/dev/shm').filter((file) => file.includes(mine))).toEqual([]);
});

/** What is put and got, and what a list with a bound would say of it. */
type Step = 'put' | 'get';

describe('a bounded queue', () => {
  it('does what a list with a bound does, at either of its ends', () => {
    const steps = fc.array(fc.constantFrom<Step>('put', 'get'), { maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), steps, (capacity, all) => {
        const { queue, names } = queueOf(capacity);
        const other = SharedQueue.attach(system, names);
        const list: number[] = [];
        for (const [number, step] of all.entries()) {
          if (step === 'put' && list.length === capacity) expect(() => queue.put(number, 0)).toThrow(Full);
          else if (step === 'put') {
            list.push(number);
            expect(queue.put(number, 0)).toMatchObject({ depth: list.length, waited: false });
          } else if (list.length === 0) expect(() => other.get(0)).toThrow(Empty);
          else {
            const item = list.shift();
            expect(other.get(0)).toMatchObject({ item, depth: list.length, waited: false });
          }
          expect(other.qsize()).toBe(list.length);
          expect([queue.empty(), queue.full()]).toEqual([list.length === 0, list.length === capacity]);
        }
        other.detach();
        queue.detach();
        queue.unlink();
        made.pop();
      }),
      { numRuns: 50 },
    );
  });

  it('hands over whatever can be pickled, as long as it fits', () => {
    const { queue } = queueOf(2, 200);
    const values = [null, 'text', { a: [1, 2.5, new Date(0)] }, new Uint8Array([1, 2, 3]), new Map([[1, { b: 2 }]])];
    for (const value of values) {
      queue.put(value);
      expect(queue.get().item).toEqual(value);
    }
    expect(() => queue.put('x'.repeat(500))).toThrow(QueueError);
    expect(() => queue.put('x'.repeat(500))).toThrow(
      /^An item of \d+ bytes does not fit: a place of this queue has 200\.$/,
    );
    expect(() => queue.put(() => 1)).toThrow('could not be cloned');
    expect(queue.qsize()).toBe(0);
    // No place was lost to what did not fit.
    queue.put(1, 0);
    queue.put(2, 0);
  });

  it('numbers its items, so that a put and its get are known to belong together', () => {
    const { queue } = queueOf(2);
    const puts = [queue.put('a'), queue.put('b')].map(({ position }) => position);
    const gets = [queue.get(), queue.get()].map(({ position }) => position);
    expect([puts, gets]).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(queue.put('c').position).toBe(2);
  });

  it('waits for as long as it is told, and then says what it waited for', () => {
    const { queue } = queueOf(1);
    expect(() => queue.get(5)).toThrow('The queue was empty.');
    queue.put(1);
    expect(() => queue.put(2, 5)).toThrow('The queue was full: 1 of 1 places were taken.');
    expect(queue.get(5).item).toBe(1);
  });

  it('takes nothing more from a process that has closed it', () => {
    const { queue, names } = queueOf(2);
    const other = SharedQueue.attach(system, names);
    queue.close();
    expect(() => queue.put(1)).toThrow('Queue is closed');
    other.put(1);
    expect(queue.get().item).toBe(1);
    other.detach();
  });
});

describe('join', () => {
  it('returns when taskDone was called for every item', () => {
    const { queue } = queueOf(3);
    expect(queue.join()).toBe(true);
    queue.put(1);
    queue.put(2);
    expect(queue.join(0)).toBe(false);
    queue.get();
    queue.taskDone();
    expect(queue.join(5)).toBe(false);
    queue.get();
    expect(queue.join(0)).toBe(false);
    queue.taskDone();
    expect(queue.join()).toBe(true);
    expect(() => queue.taskDone()).toThrow('taskDone() was called more often than there were items.');
  });

  it('that gave up leaves nothing behind that would let the next one return too early', () => {
    const { queue } = queueOf(3);
    queue.put(1);
    expect(queue.join(2)).toBe(false);
    queue.get();
    queue.taskDone();
    queue.put(2);
    expect(queue.join(2)).toBe(false);
  });
});

describe('a lock that is not given back', () => {
  /** What a process that has the lock has left there. */
  function holdLock(names: QueueNames, pid: number): () => void {
    const lock = Semaphore.open(system, names.lock);
    const memory = SharedMemory.attach(system, names.memory, 64);
    lock.acquire();
    memory.writeInteger(pid, 4 * 8);
    return () => {
      lock.release();
      lock.close();
      memory.close();
    };
  }

  it('is told in one sentence, with the process that had it', () => {
    const { queue, names } = queueOf(1);
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    const giveBack = holdLock(names, pid);
    expect(() => queue.put(1)).toThrow(QueueBroken);
    expect(() => queue.taskDone()).toThrow(
      `Process ${pid} ended while it had the queue's lock: nobody else can get it any more.`,
    );
    giveBack();
  });

  it('is told of a process that lives, or that is not known, too', () => {
    const { queue, names } = queueOf(1);
    const giveBack = holdLock(names, process.pid);
    expect(() => queue.put(1)).toThrow(`The queue's lock did not come free for 0.03 s: process ${process.pid} has it.`);
    giveBack();
    const again = holdLock(names, 0);
    expect(() => queue.taskDone()).toThrow("The queue's lock did not come free for 0.03 s; nobody says to have it.");
    again();
  });
});

it('what could not be made leaves nothing behind', () => {
  const names = queueNames(1);
  const taken = Semaphore.create(system, names.filled);
  expect(() => SharedQueue.create(system, names)).toThrow('was not made');
  expect(() => SharedMemory.attach(system, names.memory, 8)).toThrow('was not opened');
  taken.close();
  taken.unlink();
  expect(new Set(namesOfQueue(names)).size).toBe(5);
});
