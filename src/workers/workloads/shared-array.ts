/** Adds to numbers of an array in shared memory: to a part of its own, or to one that overlaps with its neighbours'. */
import { firstNumber, NUMBERS_EACH } from '../../shared/shared-array';
import type { Workload } from '../workload';

const BYTES = 8;

/** @returns what the first number of its part holds after the last addition of this task */
export const sharedArray: Workload<'shared-array'> = (additions, { parts, lock }, { index, shared }) => {
  if (shared?.counter == null) throw new Error('shared-array needs the array of its run');
  const { memory, lock: semaphore } = shared.counter;
  const locked = lock === 'each-addition';
  const first = firstNumber(index, parts) * BYTES;
  for (let done = 0; done < additions; done++) {
    const at = first + (done % NUMBERS_EACH) * BYTES;
    if (locked) semaphore.acquire();
    // Three steps, as `array[i] += 1` is: another process may write between them.
    const value = memory.readInteger(at);
    memory.writeInteger(value + 1, at);
    if (locked) semaphore.release();
  }
  return memory.readInteger(first);
};
