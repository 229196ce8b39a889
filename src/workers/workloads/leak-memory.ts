/** Returns its item, but fills the JavaScript heap until its limit for items that leave remainder every-1. */
import type { Workload } from '../workload';

/** Elements of 8 bytes in a megabyte. */
const MB = 2 ** 17;

export const leakMemory: Workload<'leak-memory'> = (item, { every, stepMb }) => {
  if (item % every !== every - 1) return item;
  const kept: unknown[] = [];
  // Arrays of doubles live on the heap that has the limit; typed arrays would not.
  for (;;) kept.push(new Array<number>(stepMb * MB).fill(kept.length + 0.5));
};
