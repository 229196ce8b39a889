/** Waits n milliseconds without using the processor, as a blocking read would. */
import type { Workload } from '../workload';

/** Nobody ever wakes it: waiting on it always lasts until the timeout. */
const never = new Int32Array(new SharedArrayBuffer(4));

/** Blocks the whole process, as Python's time.sleep blocks its thread. @returns n */
export const sleep: Workload<'sleep'> = (milliseconds) => {
  Atomics.wait(never, 0, 0, milliseconds);
  return milliseconds;
};
