/**
 * How much of a core a task uses while it runs: 0 for one that waits, 1 for one that computes. The catalogue knows it of
 * its own workloads; a function of the user's is judged by the samples of its processes.
 */
import type { Facts, RunData } from '../../store/facts';

export interface CpuShare {
  /** 0 to 1. */
  readonly share: number;
  readonly source: 'workload' | 'samples' | 'assumed';
}

/** Samples of a worker, half a second apart, from which something can be told. */
const FEWEST_SAMPLES = 3;
/** Above this share of all cores they were used up: whoever had less than one was waiting for its turn, too. */
const USED_UP = 0.85;
/** Above this share of a core the rest is the worker's own, and what samples are wrong by. */
const WHOLE = 0.9;

export function cpuShare({ started, data }: Facts, cores: number): CpuShare {
  if (started === null) return { share: 1, source: 'assumed' };
  const { workload, engine } = started.scenario;
  if (workload.name !== 'module') return { share: workload.name === 'sleep' ? 0 : 1, source: 'workload' };
  // Threads share one process: its samples are not theirs.
  const sampled = engine === 'thread' ? null : sampledShare(data, cores);
  return sampled === null ? { share: 1, source: 'assumed' } : { share: sampled, source: 'samples' };
}

interface Stretch {
  readonly fromNs: number;
  toNs: number;
  coreNs: number;
  samples: number;
}

/** Core time over busy time, in the stretch for which there are samples; null: too few of them. */
function sampledShare(data: RunData, cores: number): number | null {
  const stretches = sampledStretches(data).map((stretch) =>
    stretch !== undefined && stretch.samples >= FEWEST_SAMPLES ? stretch : undefined,
  );
  const busyNs = busyWithin(data, stretches);
  if (busyNs <= 0) return null;
  let coreNs = 0;
  let used = 0;
  for (const stretch of stretches) {
    if (stretch === undefined) continue;
    coreNs += stretch.coreNs;
    used += stretch.coreNs / (stretch.toNs - stretch.fromNs);
  }
  if (used >= USED_UP * cores) return 1;
  const share = Math.min(1, Math.max(0, coreNs / busyNs));
  return share > WHOLE ? 1 : share;
}

/** By worker, from its first sample to its last. */
function sampledStretches({ sampleAt, sampleWorker, sampleCpu }: RunData): (Stretch | undefined)[] {
  const found: (Stretch | undefined)[] = [];
  for (let index = 0; index < sampleAt.length; index++) {
    const worker = sampleWorker.array[index] ?? 0;
    const at = sampleAt.array[index] ?? 0;
    const stretch = found[worker];
    if (stretch === undefined) {
      found[worker] = { fromNs: at, toNs: at, coreNs: 0, samples: 1 };
      continue;
    }
    stretch.coreNs += (sampleCpu.array[index] ?? 0) * (at - stretch.toNs);
    stretch.toNs = at;
    stretch.samples++;
  }
  return Array.from(found);
}

/** How long workers were at tasks, each in its stretch. */
function busyWithin({ table: { columns, length } }: RunData, stretches: readonly (Stretch | undefined)[]): number {
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
