/** Counts up in shared memory: with a lock around each addition, or without, and then some of them are lost. */
import type { Workload } from '../workload';

/** @returns what the counter holds after the last addition of this task */
export const sharedCounter: Workload<'shared-counter'> = (additions, { lock }, { shared }) => {
  if (shared?.counter == null) throw new Error('shared-counter needs the counter of its run');
  const { memory, lock: semaphore } = shared.counter;
  const locked = lock === 'each-addition';
  for (let left = additions; left > 0; left--) {
    if (locked) semaphore.acquire();
    // Three steps, as `value += 1` is: another process may write between them.
    const value = memory.readInteger();
    memory.writeInteger(value + 1);
    if (locked) semaphore.release();
  }
  return memory.readInteger();
};
