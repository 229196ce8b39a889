/** What became of a counter in shared memory, in words. */
import { formatCount } from './format';
import type { SharedCount } from './summary';

export function sharedCountText({ expected, found, numbers, short = 0 }: SharedCount): string {
  const what = numbers === undefined ? 'counter' : `array of ${formatCount(numbers)} numbers`;
  const counted = `${what} ${formatCount(found)} of ${formatCount(expected)}`;
  const lost = expected - found;
  if (lost > 0 && short > 0) return `${counted}, ${formatCount(lost)} updates lost in ${formatCount(short)} numbers`;
  if (lost === 0) return `${counted}, no update lost`;
  return lost > 0 ? `${counted}, ${formatCount(lost)} updates lost` : `${counted}: tasks that failed have counted, too`;
}
