/** Returns its item, but a function for items that leave remainder every-1: the result that no pickle can carry. */
import type { Workload } from '../workload';

export const unpicklableResult: Workload<'unpicklable-result'> = (item, { every }) =>
  item % every === every - 1 ? () => item : item;
