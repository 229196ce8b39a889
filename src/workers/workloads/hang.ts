/** Returns its item, but never comes back for items that leave remainder every-1. It waits and uses no processor. */
import type { Workload } from '../workload';

const never = new Int32Array(new SharedArrayBuffer(4));

export const hang: Workload<'hang'> = (item, { every }) => {
  if (item % every !== every - 1) return item;
  for (;;) Atomics.wait(never, 0, 0);
};
