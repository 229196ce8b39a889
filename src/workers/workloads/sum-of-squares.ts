/** Adds i*i for i from 0 to n-1, exactly: Python's `sum(i * i for i in range(n))`. */
import type { Workload } from '../workload';

/** i is cut into high * SPLIT + low, so that no partial product exceeds 2^40. */
const SPLIT = 2 ** 20;
/** So many products below 2^40 add up to less than 2^53 and stay exact doubles; then they are carried to a BigInt. */
const BLOCK = 2 ** 13;

/** @returns a number, or a bigint where the sum exceeds 2^53 */
export const sumOfSquares: Workload<'sum-of-squares'> = (n) => {
  let total = 0n;
  for (let start = 0; start < n; start += BLOCK) total += sumBlock(start, Math.min(n, start + BLOCK));
  return total <= Number.MAX_SAFE_INTEGER ? Number(total) : total;
};

/** (high * SPLIT + low)^2 summed term by term. */
function sumBlock(start: number, end: number): bigint {
  let highHigh = 0;
  let highLow = 0;
  let lowLow = 0;
  for (let i = start; i < end; i++) {
    const high = Math.floor(i / SPLIT);
    const low = i - high * SPLIT;
    highHigh += high * high;
    highLow += high * low;
    lowLow += low * low;
  }
  return (BigInt(highHigh) << 40n) + (BigInt(highLow) << 21n) + BigInt(lowLow);
}
