/** Counts the primes below n by trial division, the plain way: the divisions are the work, not a flaw. */
import type { Workload } from '../workload';

export const countPrimes: Workload<'count-primes'> = (n) => {
  let count = 0;
  for (let candidate = 2; candidate < n; candidate++) if (isPrime(candidate)) count++;
  return count;
};

function isPrime(candidate: number): boolean {
  for (let divisor = 2; divisor * divisor <= candidate; divisor++) if (candidate % divisor === 0) return false;
  return true;
}
