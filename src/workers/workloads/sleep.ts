/** Waits n milliseconds without using the processor, as a blocking read would. */
import { withoutInterpreter } from '../interpreter-lock';
import type { Workload } from '../workload';

/** Nobody ever wakes it: waiting on it always lasts until the timeout. */
const never = new Int32Array(new SharedArrayBuffer(4));

/** Blocks the whole process, as Python's time.sleep blocks its thread and no other. @returns n */
export const sleep: Workload<'sleep'> = (milliseconds) => {
  withoutInterpreter(() => Atomics.wait(never, 0, 0, milliseconds));
  return milliseconds;
};
