/**
 * How much of a core a task uses while it runs: 0 for one that waits, 1 for one that computes. The catalogue knows it of
 * its own workloads; a function of the user's is judged by the samples of its processes.
 */
import { isThread } from '../../../shared/scenario';
import type { WorkloadName } from '../../../shared/workloads';
import type { Facts } from '../../store/facts';
import { busyWithin, coresUsed, sampledStretches } from './sampled-stretches';

export interface CpuShare {
  /** 0 to 1. */
  readonly share: number;
  readonly source: 'workload' | 'samples' | 'assumed';
}

/** Above this share of all cores they were used up: whoever had less than one was waiting for its turn, too. */
const USED_UP = 0.85;
/** Above this share of a core the rest is the worker's own, and what samples are wrong by. */
const WHOLE = 0.9;

export function cpuShare(facts: Facts, cores: number): CpuShare {
  const { started } = facts;
  if (started === null || started.scenario === null) return { share: 1, source: 'assumed' };
  const { workload, engine } = started.scenario;
  if (!UNKNOWN.has(workload.name)) return { share: workload.name === 'sleep' ? 0 : 1, source: 'workload' };
  // Threads share one process: its samples are not theirs.
  const sampled = isThread(engine) ? null : sampledShare(facts, cores);
  return sampled === null ? { share: 1, source: 'assumed' } : { share: sampled, source: 'samples' };
}

/** Waits and computes, nobody knows in which parts. */
const UNKNOWN: ReadonlySet<WorkloadName> = new Set(['module', 'read-and-echo']);

/** Core time over busy time, in the stretch for which there are samples; null: too few of them. */
function sampledShare(facts: Facts, cores: number): number | null {
  const stretches = sampledStretches(facts);
  const busyNs = busyWithin(facts.data, stretches);
  if (busyNs <= 0) return null;
  if (coresUsed(stretches) >= USED_UP * cores) return 1;
  const coreNs = stretches.reduce((sum, stretch) => sum + (stretch?.coreNs ?? 0), 0);
  const share = Math.min(1, Math.max(0, coreNs / busyNs));
  return share > WHOLE ? 1 : share;
}
