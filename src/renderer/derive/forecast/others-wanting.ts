/**
 * How many other processes wanted a core while a run computed. A system shares its cores out evenly: from what the workers
 * had, as samples say, follows with how many they shared. The next run will share with as many.
 */
import type { Facts } from '../../store/facts';
import { busyWithin, sampledStretches } from './sampled-stretches';

/** Samples, and what lies between tasks, are wrong by as much. */
const AS_GOOD_AS_ALL = 0.9;
/** Less of a core than this would be a mistake of the samples. */
const LEAST_SHARE = 0.02;

/** @param cores of this machine @returns 0 where the workers had what they wanted, or where nobody knows; not a whole number */
export function othersWanting(facts: Facts, cores: number): number {
  // Threads share one process: its samples are not theirs.
  if (facts.started?.scenario.engine === 'thread') return 0;
  const stretches = sampledStretches(facts);
  const busyNs = busyWithin(facts.data, stretches);
  let coreNs = 0;
  let longestNs = 0;
  for (const stretch of stretches) {
    coreNs += stretch?.coreNs ?? 0;
    longestNs = Math.max(longestNs, stretch === undefined ? 0 : stretch.toNs - stretch.fromNs);
  }
  const had = coreNs / busyNs;
  if (!(had > LEAST_SHARE) || longestNs === 0) return 0;
  const busy = busyNs / longestNs;
  if (had >= AS_GOOD_AS_ALL * Math.min(1, cores / busy)) return 0;
  return Math.max(0, cores / had - busy);
}
