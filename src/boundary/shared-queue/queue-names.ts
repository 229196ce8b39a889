/** Names for a new queue, and the list of all that one is made of. */
import { sharedName } from '../shared-memory/names';
import type { QueueNames } from './shared-queue';

/** Eight bytes at a time are written: a slot is as long as a multiple of that. */
const STEP = 8;

/** @param capacity items at most @param itemBytes of the largest pickle */
export function queueNames(capacity: number, itemBytes = 256): QueueNames {
  const [memory, free, filled, lock, done] = [sharedName(), sharedName(), sharedName(), sharedName(), sharedName()];
  return { memory, free, filled, lock, done, capacity, slotBytes: Math.ceil(itemBytes / STEP) * STEP };
}

/** For the ledger of what a killed process leaves behind. */
export const namesOfQueue = ({ memory, free, filled, lock, done }: QueueNames): readonly string[] => [
  memory,
  free,
  filled,
  lock,
  done,
];
