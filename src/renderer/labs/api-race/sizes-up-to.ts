/** Chunk sizes from 1 to all, each some times the last: few enough to race, and both ends among them. */
import { taskCount } from '../../../shared/generate-items';
import { MOST_CHUNKSIZES } from '../../../shared/labs';
import type { Scenario } from '../../../shared/scenario';

export function sizesUpTo(scenario: Scenario): string {
  const tasks = taskCount(scenario);
  let factor = 2;
  while (factor ** (MOST_CHUNKSIZES - 1) < tasks) factor++;
  const sizes: string[] = [];
  for (let size = 1; size < tasks; size *= factor) sizes.push(String(size));
  return [...sizes, 'all'].join(', ');
}
