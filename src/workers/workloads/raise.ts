/** Returns its item, but raises an error for items that leave remainder every-1. */
import type { Workload } from '../workload';

export const raise: Workload<'raise'> = (item, { every, message }) => {
  if (item % every === every - 1) throw new Error(message);
  return item;
};
