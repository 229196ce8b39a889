/** Figures of a run as of a moment: what a live run would have shown then, with work under way counted as far as it went. */
import type { Facts } from '../../store/facts';
import { CHUNK_PARTS, WORK_PARTS } from '../lane-index';
import { runIndexOf } from '../run-index';
import type { Figure } from '../run-progress';

export interface ProgressAt {
  /** Since the call, until it returned; ns. NaN: it had not been made. */
  readonly wallNs: Figure;
  /** Sum of all runs; ns. */
  readonly serialNs: Figure;
  readonly speedup: Figure;
  /** Dumps and loads as a share of them and all runs; 0..1. */
  readonly pickling: Figure;
}

const work = new Float64Array(Object.keys(WORK_PARTS).length);
const one = new Float64Array(Object.keys(CHUNK_PARTS).length);

export function progressAt(facts: Facts, atNs: number): ProgressAt {
  const { lanes, caller } = runIndexOf(facts);
  const { calledAt, ended } = facts;
  const wall = calledAt === null || calledAt > atNs ? Number.NaN : Math.min(atNs, ended?.at ?? atNs) - calledAt;
  let [serial, pickling] = [0, 0];
  for (const lane of lanes) {
    if (lane === undefined) continue;
    lane.work.timeUntil(atNs, work);
    serial += work[WORK_PARTS.run] ?? 0;
    pickling += (work[WORK_PARTS.loads] ?? 0) + (work[WORK_PARTS.dumps] ?? 0);
  }
  for (const series of [caller.dumps, caller.loads]) {
    series.timeUntil(atNs, one);
    pickling += one[0] ?? 0;
  }
  const speedup = wall > 0 ? serial / wall : Number.NaN;
  return {
    wallNs: { value: wall, kind: 'measured' },
    serialNs: { value: serial, kind: 'derived' },
    speedup: { value: speedup, kind: 'derived' },
    pickling: { value: serial + pickling > 0 ? pickling / (serial + pickling) : Number.NaN, kind: 'derived' },
  };
}
