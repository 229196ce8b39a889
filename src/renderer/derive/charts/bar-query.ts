/** The search that finds the tasks of a bar, in the language of derive/search/parse-query.ts. */
import type { Phase } from '../../../shared/phases';
import { NAME_OF_PHASE } from '../search/phase-names';
import type { Bar, Bars } from './distributions';
import type { Scope } from './scope';

/** @param originNs zero of the run's time axis */
export function barQuery(
  phase: Phase,
  { fromNs, toNs }: Bar,
  { floorNs }: Bars,
  scope: Scope,
  originNs: number,
): string {
  const name = NAME_OF_PHASE[phase];
  const terms = [`${name}<${time(toNs)}`];
  // All that is shorter counts in the first bar.
  if (fromNs > floorNs) terms.unshift(`${name}>=${time(fromNs)}`);
  if (scope !== null) terms.push(`at:${time(scope.startNs - originNs)}-${time(scope.endNs - originNs)}`);
  if (scope?.workers) terms.push(`worker:${scope.workers.join(',')}`);
  return terms.join(' ');
}

function time(ns: number): string {
  if (ns < 1e3) return `${ns}ns`;
  return ns < 1e6 ? `${ns / 1e3}us` : `${ns / 1e6}ms`;
}
