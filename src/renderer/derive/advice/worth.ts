/** What is worth advising, and the words that findings share. */
import { BULK_FROM_BYTES } from '../../../shared/dispatch-rules';
import { formatDuration } from '../../../shared/format';
import type { Evidence } from '../../store/view';
import { LaneGaps } from '../why-idle/lane-gaps';
import type { RunFigures } from './run-figures';

/** Below this part of wall time a run differs as much from the next one by itself. */
const LEAST_SHARE = 0.05;
/** Nobody waits for less. */
const LEAST_NS = 1e6;

/** Whether a saving is more than chance, and more than nothing. */
export function isWorth(savesNs: number, { wallNs }: RunFigures): boolean {
  return savesNs >= LEAST_NS && savesNs >= LEAST_SHARE * wallNs;
}

/** `Would save about 210 ms of 912 ms`. */
export function savesWords(savesNs: number, { wallNs }: RunFigures): string {
  return `Would save about ${formatDuration(savesNs)} of ${formatDuration(wallNs)}`;
}

/** Single calls have no chunks. */
export function hasChunks({ scenario: { call } }: RunFigures): boolean {
  return call.method !== 'apply' && call.method !== 'apply-async';
}

/**
 * How long each worker waited for what larger chunks or a deeper prefetch bring sooner: the way of small messages. What
 * the caller pickles, and what is carried of large arguments, takes as long in any case.
 */
export function latencyNs(figures: RunFigures): number {
  const { waitNs, workers, callerDumpsNs, callerLoadsNs } = figures;
  return Math.max(0, waitNs / workers - callerDumpsNs - callerLoadsNs - carryingNs(figures));
}

/** How long each worker waited while large arguments were carried. */
export function carryingNs({ flightNs, workers, summary, chunks }: RunFigures): number {
  return summary.pickling.argsBytes / chunks < BULK_FROM_BYTES ? 0 : flightNs / workers;
}

const SHOWN_GAPS = 3;

/** What workers waited for, by example: gaps in the middle of the run, one of each lane. */
export function someGaps({ facts, index, calledAt, endedAt }: RunFigures): Evidence[] {
  const found: Evidence[] = [];
  for (const worker of index.order) {
    const gap = LaneGaps.of(facts, index, worker)?.from((calledAt + endedAt) / 2) ?? null;
    if (gap !== null && gap.endNs <= endedAt) found.push(gap);
    if (found.length === SHOWN_GAPS) break;
  }
  return found;
}
