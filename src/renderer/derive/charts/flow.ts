/**
 * How many results came back and how many tasks were queued, over time, in bins of a round length. Costs the bins, not
 * the tasks: results lie in order, and the queue has maxima of blocks.
 */
import { tickStep } from 'd3';
import type { Facts } from '../../store/facts';
import { upperBound } from '../binary-search';
import { runExtent } from '../run-extent';
import { type RunIndex, runIndexOf } from '../run-index';
import { lanesIn, type Scope, type Stretch } from './scope';

export interface FlowBin {
  readonly fromNs: number;
  readonly toNs: number;
  /** Results that came back within it. */
  readonly finished: number;
  /** Per second, over the part of the bin that has passed. */
  readonly rate: number;
  /** Most tasks that were queued at once. */
  readonly depth: number;
}

export interface Flow {
  readonly stepNs: number;
  /** Those that have begun, in order, side by side; the first and the last may reach out of the stretch. */
  readonly bins: readonly FlowBin[];
}

/** @param wanted about how many bins there are to be */
export function flow(facts: Facts, { fromNs, toNs }: Stretch, scope: Scope, wanted: number): Flow {
  const { originNs, endNs } = runExtent(facts);
  const stepNs = Math.max(1, tickStep(0, Math.max(1, toNs - fromNs), Math.max(1, wanted)));
  const first = Math.max(0, Math.floor((fromNs - originNs) / stepNs));
  const last = Math.ceil((Math.min(toNs, endNs) - originNs) / stepNs);
  const index = runIndexOf(facts);
  const finishedUntil = counterOf(index, scope);
  const bins: FlowBin[] = [];
  let before = finishedUntil(originNs + first * stepNs);
  for (let bin = first; bin < last; bin++) {
    const begin = originNs + bin * stepNs;
    const end = begin + stepNs;
    const until = finishedUntil(end);
    const passed = Math.min(end, endNs) - begin;
    bins.push({
      fromNs: begin,
      toNs: end,
      finished: until - before,
      rate: passed > 0 ? (until - before) / (passed / 1e9) : 0,
      depth: depthBetween(facts, index, begin, end),
    });
    before = until;
  }
  return { stepNs, bins };
}

/** How many results had come back by a moment. A plain loop reads no results: there, and for some lanes only, runs count. */
function counterOf(index: RunIndex, scope: Scope): (at: number) => number {
  const { loads } = index.caller;
  if ((scope?.workers ?? null) === null && loads.length > 0) return (at) => loads.firstEndingAfter(at);
  const lanes = lanesIn(index, scope);
  return (at) => lanes.reduce((sum, { work }) => sum + work.firstEndingAfter(at), 0);
}

function depthBetween({ data }: Facts, { queueMax }: RunIndex, begin: number, end: number): number {
  const { array, length } = data.queueAt;
  // The depth that stood when the bin began counts, too.
  const from = Math.max(0, upperBound(array, length, begin) - 1);
  return queueMax.max(from, upperBound(array, length, end));
}
