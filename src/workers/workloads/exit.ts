/** Returns its item, but ends the process in the middle of its task for items that leave remainder every-1. */
import type { Workload } from '../workload';

export const exit: Workload<'exit'> = (item, { every, code }) => {
  if (item % every === every - 1) process.exit(code);
  return item;
};
