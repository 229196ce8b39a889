/** Returns its item, but aborts the process for items that leave remainder every-1: nothing can catch it. */
import type { Workload } from '../workload';

export const crash: Workload<'crash'> = (item, { every }) => {
  if (item % every === every - 1) process.abort();
  return item;
};
