/** Two runs on one clock: which moment of each is zero, how far the clocks are apart, and from when to when both last. */
import type { Facts } from '../../store/facts';
import { type Extent, runExtent } from '../run-extent';

/** `call`: when the call was made. `spawn`: when the first worker was started. */
export const ALIGNMENTS = ['call', 'spawn'] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

/** Whether both runs have the moment; where one has not, both are aligned by their first worker. */
function common(a: Facts, b: Facts, wanted: Alignment): Alignment {
  return wanted === 'call' && a.calledAt !== null && b.calledAt !== null ? 'call' : 'spawn';
}

function zeroOf(facts: Facts, alignment: Alignment): number {
  return alignment === 'call' && facts.calledAt !== null ? facts.calledAt : runExtent(facts).originNs;
}

export interface Aligned {
  /** What both are aligned by in fact. */
  readonly by: Alignment;
  /** Zero of each run, on its own clock. */
  readonly zeroA: number;
  readonly zeroB: number;
  /** Moments of A and this are the same moments of B. 0 where there is no A. */
  readonly offsetNs: number;
}

/** @param a the run that is shown; it may not have begun */
export function align(a: Facts, b: Facts, wanted: Alignment): Aligned {
  const by = a.started === null ? wanted : common(a, b, wanted);
  const zeroB = zeroOf(b, by);
  if (a.started === null) return { by, zeroA: zeroB, zeroB, offsetNs: 0 };
  const zeroA = zeroOf(a, by);
  return { by, zeroA, zeroB, offsetNs: zeroB - zeroA };
}

/** From the first to the last moment of both, on A's clock. */
export function bothExtent(a: Facts, b: Facts, offsetNs: number): Extent {
  const beside = runExtent(b);
  const [originNs, endNs] = [beside.originNs - offsetNs, beside.endNs - offsetNs];
  if (a.started === null) return { originNs, endNs };
  const own = runExtent(a);
  return { originNs: Math.min(own.originNs, originNs), endNs: Math.max(own.endNs, endNs) };
}
