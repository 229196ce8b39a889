/**
 * What crossing the boundary has cost, out and back apart, from the sums that the run's index keeps. Over all runs of
 * all tasks, failed and repeated ones too: it was spent. A task that died with its worker counts what it took until then.
 */
import { CHUNK_PARTS, WORK_PARTS } from '../../../derive/lane-index';
import { runIndexOf } from '../../../derive/run-index';
import type { Facts } from '../../../store/facts';

export interface Direction {
  /** Values pickled in this direction. */
  readonly values: number;
  readonly bytes: number;
  readonly dumpsNs: number;
  readonly loadsNs: number;
  /** Sum over messages; a message carries the tasks of one chunk. */
  readonly flightNs: number;
  readonly messages: number;
}

export interface PicklingFigures {
  readonly out: Direction;
  readonly back: Direction;
  readonly runNs: number;
  readonly picklingNs: number;
  /** Dumps and loads as a share of them and all runs; NaN before there is anything. */
  readonly share: number;
}

export function picklingFigures(facts: Facts): PicklingFigures {
  const { caller, lanes, totals } = runIndexOf(facts);
  let runNs = 0;
  let loadsArgsNs = 0;
  let dumpsResultNs = 0;
  let outNs = 0;
  let backNs = 0;
  let messages = 0;
  for (const lane of lanes) {
    if (lane === undefined) continue;
    runNs += lane.work.total(WORK_PARTS.run);
    loadsArgsNs += lane.work.total(WORK_PARTS.loads);
    dumpsResultNs += lane.work.total(WORK_PARTS.dumps);
    outNs += lane.chunks.total(CHUNK_PARTS.out);
    backNs += lane.chunks.total(CHUNK_PARTS.back);
    messages += lane.chunks.length;
  }
  const out: Direction = {
    values: caller.dumps.length,
    bytes: totals.argsBytes,
    dumpsNs: caller.dumps.total(0),
    loadsNs: loadsArgsNs,
    flightNs: outNs,
    messages,
  };
  const back: Direction = {
    values: caller.loads.length,
    bytes: totals.resultBytes,
    dumpsNs: dumpsResultNs,
    loadsNs: caller.loads.total(0),
    flightNs: backNs,
    messages,
  };
  const picklingNs = out.dumpsNs + out.loadsNs + back.dumpsNs + back.loadsNs;
  const busyNs = picklingNs + runNs;
  return { out, back, runNs, picklingNs, share: busyNs > 0 ? picklingNs / busyNs : Number.NaN };
}
