/** Which sample of CPU and memory was a worker's latest at a moment. Positions are sorted by worker once, as they come. */
import { Vector } from '../../../shared/vector';
import type { RunData } from '../../store/facts';
import { upperBoundBy } from '../binary-search';

interface Sorted {
  seen: number;
  /** By worker: positions of its samples. */
  readonly positions: (Vector<Uint32Array> | undefined)[];
}

const known = new WeakMap<RunData, Sorted>();

/** Position of the sample; -1: there was none yet. */
export function sampleAt(data: RunData, worker: number, atNs: number): number {
  const own = sortedOf(data).positions[worker];
  if (own === undefined) return -1;
  const { array, length } = own;
  const found = upperBoundBy(length, (index) => data.sampleAt.array[array[index] ?? 0] ?? 0, atNs);
  return found === 0 ? -1 : (array[found - 1] ?? -1);
}

function sortedOf(data: RunData): Sorted {
  const sorted = known.get(data) ?? { seen: 0, positions: [] };
  known.set(data, sorted);
  for (; sorted.seen < data.sampleAt.length; sorted.seen++) {
    const worker = data.sampleWorker.array[sorted.seen] ?? 0;
    const own = sorted.positions[worker] ?? new Vector(Uint32Array);
    sorted.positions[worker] = own;
    own.push(sorted.seen);
  }
  return sorted;
}
