/** Costs from samples of them, such that a few outliers do not count. */
import { BULK_FROM_BYTES } from '../../../shared/dispatch-rules';
import type { ByteCost } from './boundary-costs';

/** So many samples are a fair picture, pauses included. Of fewer, one that is so many times the middle counts as that. */
const MANY = 64;
const OUTLIER = 8;

/** The mean, as sums of it are what counts; `otherwise` where there are no samples. */
export function meanCost(samples: readonly number[], otherwise: number): number {
  if (samples.length === 0) return otherwise;
  const most = samples.length >= MANY ? Number.POSITIVE_INFINITY : OUTLIER * Math.max(0, median(samples));
  let sum = 0;
  for (const sample of samples) sum += Math.min(most, Math.max(0, sample));
  return sum / samples.length;
}

function median(samples: readonly number[]): number {
  const sorted = Float64Array.from(samples).sort();
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

export interface ByteSample {
  readonly bytes: number;
  readonly ns: number;
}

/** A message takes at most so long by itself where all have the same size: the rest is taken to grow with its bytes. */
const MOST_FIXED_NS = 1.5e5;

/** A line through the middles of the smaller and of the larger half. Of few samples that is the median: a late one is late once. */
export function fitByteCost(samples: readonly ByteSample[], otherwise: ByteCost): ByteCost {
  if (samples.length === 0) return otherwise;
  const sorted = [...samples].sort((a, b) => a.bytes - b.bytes);
  const half = Math.ceil(sorted.length / 2);
  const small = middleOf(sorted.slice(0, half));
  const large = middleOf(sorted.slice(-half));
  if (large.bytes > 2 * small.bytes + 4096) {
    const perByteNs = Math.max(0, (large.ns - small.ns) / (large.bytes - small.bytes));
    return { fixedNs: Math.max(0, small.ns - perByteNs * small.bytes), perByteNs };
  }
  const { bytes, ns } = middleOf(sorted);
  if (bytes < BULK_FROM_BYTES) return { fixedNs: Math.max(0, ns), perByteNs: 0 };
  const fixedNs = Math.max(0, Math.min(ns, MOST_FIXED_NS));
  return { fixedNs, perByteNs: Math.max(0, ns - fixedNs) / bytes };
}

function middleOf(samples: readonly ByteSample[]): ByteSample {
  const middle = samples.length >= MANY ? (list: readonly number[]) => meanCost(list, 0) : median;
  return { bytes: middle(samples.map(({ bytes }) => bytes)), ns: middle(samples.map(({ ns }) => ns)) };
}
