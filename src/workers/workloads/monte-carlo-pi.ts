/** Estimates pi: the share of n random points of the unit square that lie in the quarter circle, times four. */
import { seededRandom } from '../../shared/random';
import type { Workload } from '../workload';

export const monteCarloPi: Workload<'monte-carlo-pi'> = (n, _params, { seed }) => {
  const random = seededRandom(seed);
  let inside = 0;
  for (let i = 0; i < n; i++) {
    const x = random();
    const y = random();
    if (x * x + y * y <= 1) inside++;
  }
  return (4 * inside) / n;
};
