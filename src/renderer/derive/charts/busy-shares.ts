/** What each worker did with a stretch of time: running, pickling, booting, or waiting for work. Reads running sums only. */
import type { TaskColumns, WorkerRecord } from '../../../shared/telemetry';
import type { Facts } from '../../store/facts';
import { type LaneIndex, WORK_PARTS } from '../lane-index';
import { NO_ROW } from '../row-cursor';
import { runExtent } from '../run-extent';
import { runIndexOf } from '../run-index';
import { type Scope, type Stretch, stretchOf, workersIn } from './scope';

/** The parts of a worker's time, in the order in which they are stacked. */
export const BUSY_PARTS = ['run', 'pickling', 'waiting', 'boot'] as const;
export type BusyPart = (typeof BUSY_PARTS)[number];

export interface BusyShare {
  readonly worker: number;
  readonly pid: number | null;
  /** ns of each part within the stretch; together at most the stretch: the process may not have lived through all of it. */
  readonly ns: Readonly<Record<BusyPart, number>>;
}

export interface BusyShares {
  readonly stretchNs: number;
  readonly workers: readonly BusyShare[];
  /** Workers that are not among them. */
  readonly leftOut: number;
}

/** @param most workers to look at: a run may have had thousands */
export function busyShares(facts: Facts, scope: Scope, most = 256): BusyShares {
  const index = runIndexOf(facts);
  const stretch = stretchOf(facts, scope);
  const nowNs = runExtent(facts).endNs;
  const order = workersIn(index, scope);
  const workers = order.slice(0, most).flatMap((worker): BusyShare[] => {
    const record = facts.data.workers[worker];
    if (record === undefined) return [];
    const ns = partsOf(record, index.lanes[worker], facts.data.table.columns, stretch, nowNs);
    return [{ worker, pid: record.pid, ns }];
  });
  return { stretchNs: Math.max(0, stretch.toNs - stretch.fromNs), workers, leftOut: order.length - workers.length };
}

function partsOf(
  record: WorkerRecord,
  lane: LaneIndex | undefined,
  columns: TaskColumns,
  stretch: Stretch,
  nowNs: number,
): Record<BusyPart, number> {
  const gone = Math.max(record.spawnedAt, record.exit?.at ?? nowNs);
  const ready = Math.min(record.readyAt ?? gone, gone);
  const boot = overlap(stretch, record.spawnedAt, ready);
  const alive = overlap(stretch, ready, gone);
  const work = [0, 0, 0];
  if (lane !== undefined) {
    addFinished(lane, stretch, work);
    addCurrent(lane, columns, stretch, gone, work);
  }
  const run = Math.min(alive, work[WORK_PARTS.run] ?? 0);
  const pickling = Math.min(alive - run, (work[WORK_PARTS.loads] ?? 0) + (work[WORK_PARTS.dumps] ?? 0));
  return { run, pickling, waiting: alive - run - pickling, boot };
}

const before = new Float64Array(3);
const until = new Float64Array(3);

function addFinished({ work: series }: LaneIndex, { fromNs, toNs }: Stretch, work: number[]): void {
  series.timeUntil(fromNs, before);
  series.timeUntil(toNs, until);
  for (let part = 0; part < series.parts; part++) {
    work[part] = (work[part] ?? 0) + (until[part] ?? 0) - (before[part] ?? 0);
  }
}

/** The task that the worker is at: what has begun lasts until now. */
function addCurrent(lane: LaneIndex, columns: TaskColumns, stretch: Stretch, untilNs: number, work: number[]): void {
  const row = lane.current();
  if (row === NO_ROW) return;
  const begin = lane.beginOf(row);
  const runBegin = knownOr(columns.runBegin[row], untilNs);
  const runEnd = knownOr(columns.runEnd[row], untilNs);
  const moments = [begin, runBegin, Math.max(runBegin, runEnd), Math.max(runEnd, untilNs)];
  for (let part = 0; part < 3; part++) {
    work[part] = (work[part] ?? 0) + overlap(stretch, moments[part] ?? 0, moments[part + 1] ?? 0);
  }
}

function knownOr(moment: number | undefined, otherwise: number): number {
  return moment === undefined || Number.isNaN(moment) ? otherwise : moment;
}

function overlap({ fromNs, toNs }: Stretch, begin: number, end: number): number {
  return Math.max(0, Math.min(toNs, end) - Math.max(fromNs, begin));
}
