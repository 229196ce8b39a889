/** What samples of CPU say of the time in which a call ran: how much core time each worker had in it. */
import type { Facts, RunData } from '../../store/facts';

export interface SampledStretch {
  /** From its first sample after the call to its last before the return, ns since the clock base. */
  readonly fromNs: number;
  readonly toNs: number;
  /** Core time that it had in between, ns. */
  readonly coreNs: number;
}

/** Samples of a worker, half a second apart, from which something can be told. */
const FEWEST_SAMPLES = 3;

/** By worker; undefined where there are too few samples of one. */
export function sampledStretches({ data, calledAt, ended }: Facts): (SampledStretch | undefined)[] {
  const { sampleAt, sampleWorker, sampleCpu } = data;
  const found: (SampledStretch & { readonly samples: number })[] = [];
  for (let index = 0; index < sampleAt.length; index++) {
    const worker = sampleWorker.array[index] ?? 0;
    const at = sampleAt.array[index] ?? 0;
    if (calledAt === null || ended === null || at < calledAt || at > ended.at) continue;
    const before = found[worker];
    // A sample tells of the time since the one before it: the first one is only where that begins.
    found[worker] =
      before === undefined
        ? { fromNs: at, toNs: at, coreNs: 0, samples: 1 }
        : {
            ...before,
            toNs: at,
            coreNs: before.coreNs + (sampleCpu.array[index] ?? 0) * (at - before.toNs),
            samples: before.samples + 1,
          };
  }
  return Array.from(data.workers, (_, worker) => {
    const stretch = found[worker];
    return stretch !== undefined && stretch.samples >= FEWEST_SAMPLES ? stretch : undefined;
  });
}

/** Cores that the workers had together. */
export function coresUsed(stretches: readonly (SampledStretch | undefined)[]): number {
  let used = 0;
  for (const stretch of stretches) {
    if (stretch !== undefined) used += stretch.coreNs / (stretch.toNs - stretch.fromNs);
  }
  return used;
}

/** How long workers were at tasks, each in its stretch, ns. */
export function busyWithin(
  { table: { columns, length } }: RunData,
  stretches: readonly (SampledStretch | undefined)[],
): number {
  let busyNs = 0;
  for (let row = 0; row < length; row++) {
    const stretch = stretches[columns.worker[row] ?? 0];
    if (stretch === undefined) continue;
    const begin = Math.max(stretch.fromNs, columns.argsLoadsBegin[row] ?? Number.NaN);
    const end = Math.min(stretch.toNs, columns.resultDumpsEnd[row] ?? Number.NaN);
    if (end > begin) busyNs += end - begin;
  }
  return busyNs;
}
