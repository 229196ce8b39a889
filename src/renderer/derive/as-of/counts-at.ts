/**
 * How far a run was at a moment, counted by searching in what is sorted already: nothing is kept for it, and a million
 * tasks cost no more than a thousand. Derived; at the end of a run it is what the totals say.
 */
import { outcomeCode } from '../../../shared/telemetry';
import type { Facts } from '../../store/facts';
import { upperBound, upperBoundBy } from '../binary-search';
import type { LaneIndex } from '../lane-index';
import { runIndexOf } from '../run-index';

export interface CountsAt {
  /** Tasks of which the caller had read the result. */
  readonly completed: number;
  /** Tasks of which the caller had read an error, or that it could not pickle. */
  readonly failed: number;
  /** Runs of tasks that were lost with their worker. */
  readonly lost: number;
  readonly queueDepth: number;
  /** Tasks whose chunk was on its way to a worker or back. */
  readonly inFlight: number;
  readonly delivered: number;
}

export function countsAt(facts: Facts, atNs: number): CountsAt {
  const { data } = facts;
  const index = runIndexOf(facts);
  let [failed, failedRead, lost, inFlight, worked] = [0, 0, 0, 0, 0];
  for (const lane of index.lanes) {
    if (lane === undefined) continue;
    const trouble = troubleAt(facts, lane, atNs);
    failed += trouble.failed;
    failedRead += trouble.read;
    lost += trouble.lost;
    inFlight += tasksInFlight(facts, lane, atNs);
    worked += lane.work.firstEndingAfter(atNs);
  }
  const { caller } = index;
  const unsendable = upperBoundBy(
    caller.troubles.length,
    (position) => caller.troubleAt(caller.troubles.array[position] ?? 0),
    atNs,
  );
  return {
    // A trace of another tool may tell of no result that is read: then work that is done has to do.
    completed: caller.loads.length > 0 ? caller.loads.firstEndingAfter(atNs) - failedRead : worked - failed - lost,
    failed: failed + unsendable,
    lost,
    queueDepth: data.queueDepth.array[upperBound(data.queueAt.array, data.queueAt.length, atNs) - 1] ?? 0,
    inFlight,
    delivered: upperBound(data.deliveredAt.array, data.deliveredAt.length, atNs),
  };
}

/** What had gone wrong in a lane. What was lost came last: its worker died of it. */
export function troubleAt(
  { data }: Facts,
  lane: LaneIndex,
  atNs: number,
): { readonly failed: number; readonly read: number; readonly lost: number } {
  const { troubles, counts } = lane;
  const { completed, resultLoadsBegin } = data.table.columns;
  const lostRows = counts[outcomeCode.lost] ?? 0;
  const failedRows = troubles.length - lostRows;
  const settledAt = (position: number): number => {
    const row = troubles.array[position] ?? 0;
    return completed[row] || lane.troubleAt(row);
  };
  const failed = upperBoundBy(failedRows, settledAt, atNs);
  const first = troubles.array[0] ?? 0;
  const read = failedRows > 0 && !Number.isNaN(resultLoadsBegin[first] ?? Number.NaN) ? failed : 0;
  const died = lostRows > 0 && lane.troubleAt(troubles.array[failedRows] ?? 0) <= atNs;
  return { failed, read, lost: died ? lostRows : 0 };
}

function tasksInFlight({ data }: Facts, lane: LaneIndex, atNs: number): number {
  const { argsSent, argsReceived, resultSent, worker } = data.table.columns;
  const { array, length } = lane.chunkFirsts;
  let tasks = 0;
  for (let chunk = lane.chunks.firstEndingAfter(atNs); chunk < length; chunk++) {
    const first = array[chunk] ?? 0;
    if (!((argsSent[first] ?? Number.NaN) <= atNs)) break;
    const exitAt = data.workers[worker[first] ?? 0]?.exit?.at ?? Number.POSITIVE_INFINITY;
    if (exitAt <= atNs) continue;
    const there = (argsReceived[first] ?? Number.NaN) <= atNs;
    if (!there || (resultSent[first] ?? Number.NaN) <= atNs) tasks += tasksOfChunk(data.table, first);
  }
  return tasks;
}

/** Rows of a chunk stand together, and chunks are numbered as they are sent. */
function tasksOfChunk({ columns: { chunk }, length }: Facts['data']['table'], first: number): number {
  let [step, last] = [1, first];
  while (first + step < length && chunk[first + step] === chunk[first]) {
    last = first + step;
    step *= 2;
  }
  const end = Math.min(length, first + step);
  return upperBound(chunk, end, chunk[first] ?? 0, last) - first;
}
