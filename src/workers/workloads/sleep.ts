/** Waits n milliseconds without using the processor, as a blocking read would. */
import { setTimeout } from 'node:timers/promises';
import { withoutInterpreter } from '../interpreter-lock';
import type { Workload } from '../workload';

/** Nobody ever wakes it: waiting on it always lasts until the timeout. */
const never = new Int32Array(new SharedArrayBuffer(4));

/** Blocks the whole process, as Python's time.sleep blocks its thread and no other. @returns n */
export const sleep: Workload<'sleep'> = (milliseconds) => {
  withoutInterpreter(() => Atomics.wait(never, 0, 0, milliseconds));
  return milliseconds;
};

/** Lets others go on meanwhile, as Python's asyncio.sleep does. @returns n */
export const sleepAsync: Workload<'sleep'> = (milliseconds) => setTimeout(milliseconds, milliseconds);
