/**
 * Cores that the workers had, by samples of CPU. Where they wanted all and had fewer, other programs had the rest. Systems
 * share cores out by session or by group of processes: more workers would not have had more of them together.
 */
import { isThread } from '../../../shared/scenario';
import type { Facts } from '../../store/facts';
import { busyWithin, sampledStretches } from './sampled-stretches';

export interface CoresHad {
  /** For the workers together; at most those of the machine, and not always a whole number. */
  readonly cores: number;
  /** What a busy worker had of what it could have had, had it been alone on the machine; 1 where nobody knows. */
  readonly ofItsOwn: number;
}

/** Samples, and what lies between tasks, are wrong by as much. */
const AS_GOOD_AS_ALL = 0.9;
/** Less of a core than this would be a mistake of the samples. */
const LEAST_SHARE = 0.02;

/** @param facts of a run whose tasks compute @param cores of this machine */
export function coresHad(facts: Facts, cores: number): CoresHad {
  const all: CoresHad = { cores, ofItsOwn: 1 };
  // Threads share one process: its samples are not theirs.
  if (isThread(facts.started?.scenario?.engine)) return all;
  const stretches = sampledStretches(facts);
  const busyNs = busyWithin(facts.data, stretches);
  let coreNs = 0;
  let longestNs = 0;
  for (const stretch of stretches) {
    coreNs += stretch?.coreNs ?? 0;
    longestNs = Math.max(longestNs, stretch === undefined ? 0 : stretch.toNs - stretch.fromNs);
  }
  const had = coreNs / busyNs;
  if (!(had > LEAST_SHARE) || longestNs === 0) return all;
  const busy = busyNs / longestNs;
  const ofItsOwn = Math.min(1, had / Math.min(1, cores / busy));
  if (ofItsOwn >= AS_GOOD_AS_ALL) return all;
  // Who left cores free wanted no more of them: how many there would have been nobody knows.
  return { cores: busy >= cores * AS_GOOD_AS_ALL ? had * busy : cores, ofItsOwn };
}
