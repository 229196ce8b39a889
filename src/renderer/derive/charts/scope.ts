/** Which part of a run the charts are about: all of it, or a stretch of time in some lanes or in all. */
import type { Facts } from '../../store/facts';
import type { Range } from '../../store/view';
import type { LaneIndex } from '../lane-index';
import { runExtent } from '../run-extent';
import type { RunIndex } from '../run-index';

/** null: the whole run. */
export type Scope = Range | null;

/** A stretch of time in ns since the clock base: [fromNs, toNs). */
export interface Stretch {
  readonly fromNs: number;
  readonly toNs: number;
}

/** The stretch that a scope covers. */
export function stretchOf(facts: Facts, scope: Scope): Stretch {
  if (scope !== null) return { fromNs: scope.startNs, toNs: scope.endNs };
  const { originNs, endNs } = runExtent(facts);
  return { fromNs: originNs, toNs: endNs };
}

/** Workers of a scope, in the order of their lanes. */
export function workersIn({ order }: RunIndex, scope: Scope): readonly number[] {
  const workers = scope?.workers ?? null;
  if (workers === null) return order;
  const wanted = new Set(workers);
  return order.filter((worker) => wanted.has(worker));
}

/** Lanes of a scope that have been sent something. */
export function lanesIn(index: RunIndex, scope: Scope): readonly LaneIndex[] {
  return workersIn(index, scope).flatMap((worker) => index.lanes[worker] ?? []);
}

export function sameScope(a: Scope, b: Scope): boolean {
  if (a === null || b === null) return a === b;
  if (a.startNs !== b.startNs || a.endNs !== b.endNs) return false;
  if (a.workers === null || b.workers === null) return a.workers === b.workers;
  const others = b.workers;
  return a.workers.length === others.length && a.workers.every((worker, at) => worker === others[at]);
}
