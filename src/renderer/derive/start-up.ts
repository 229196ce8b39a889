/** How long it took until the call could be made: from the first worker's spawn to the last one's first word. */
import type { Facts } from '../store/facts';

/** @returns ns; NaN: not known. Workers that came after the call are replacements and do not count. */
export function startUpNs({ data, calledAt }: Pick<Facts, 'data' | 'calledAt'>): number {
  const first = data.workers.filter((worker) => worker !== undefined && worker.spawnedAt <= (calledAt ?? Infinity));
  if (first.length === 0) return Number.NaN;
  const ready = Math.max(...first.map(({ readyAt }) => readyAt ?? Number.NaN));
  return ready - Math.min(...first.map(({ spawnedAt }) => spawnedAt));
}
