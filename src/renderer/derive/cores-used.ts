/** How many cores a run kept busy: the processor time of its worker processes over its wall time. */
import type { Facts } from '../store/facts';

/**
 * From the samples that the operating system gave of each process. NaN where it tells nothing of single workers, as of
 * threads, or where the run was over before the first sample.
 */
export function coresUsed({ data, calledAt, ended }: Facts): number {
  if (calledAt === null || ended === null) return Number.NaN;
  const { sampleAt, sampleWorker, sampleCpu } = data;
  const lastAt = new Map<number, number>();
  let cpuNs = 0;
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (let sample = 0; sample < sampleAt.length; sample++) {
    const at = sampleAt.array[sample] ?? 0;
    const worker = sampleWorker.array[sample] ?? 0;
    const since = lastAt.get(worker) ?? Number.NaN;
    lastAt.set(worker, at);
    // A sample tells of the time since the one before: the first of a worker, and what lies before the call, do not count.
    if (Number.isNaN(since) || since < calledAt || at > ended.at) continue;
    cpuNs += (sampleCpu.array[sample] ?? 0) * (at - since);
    from = Math.min(from, since);
    to = Math.max(to, at);
  }
  return to > from ? cpuNs / (to - from) : Number.NaN;
}
