/**
 * The moments of a run in which anything happens, to go from one to the next: a search in each column that ascends,
 * whatever the number of tasks. No list of all moments is ever made: a million tasks have fourteen million.
 */
import type { SliceData } from '../../../shared/slices';
import type { TaskColumns } from '../../../shared/telemetry';
import type { Facts } from '../../store/facts';
import { lowerBoundBy, upperBoundBy } from '../binary-search';
import type { LaneIndex } from '../lane-index';
import { NO_ROW } from '../row-cursor';
import { runIndexOf } from '../run-index';
import type { SpanSeries } from '../span-series';

/** Ascending. */
interface Moments {
  readonly length: number;
  at(index: number): number;
}

/** The first moment after `atNs`; NaN: there is none. */
export function nextMoment(facts: Facts, atNs: number): number {
  let next = Number.POSITIVE_INFINITY;
  for (const { length, at } of momentsOf(facts)) {
    const found = upperBoundBy(length, at, atNs);
    if (found < length) next = Math.min(next, at(found));
  }
  for (const moment of looseMoments(facts)) if (moment > atNs && moment < next) next = moment;
  return Number.isFinite(next) ? next : Number.NaN;
}

/** The last moment before `atNs`; NaN: there is none. */
export function previousMoment(facts: Facts, atNs: number): number {
  let previous = Number.NEGATIVE_INFINITY;
  for (const { length, at } of momentsOf(facts)) {
    const found = lowerBoundBy(length, at, atNs) - 1;
    if (found >= 0) previous = Math.max(previous, at(found));
  }
  for (const moment of looseMoments(facts)) if (moment < atNs && moment > previous) previous = moment;
  return Number.isFinite(previous) ? previous : Number.NaN;
}

/** Those of which there may be many. That a task is submitted is a change of the queue. */
function* momentsOf(facts: Facts): Generator<Moments> {
  const { data } = facts;
  const { lanes, caller } = runIndexOf(facts);
  for (const { array, length } of [data.queueAt, data.deliveredAt, data.callbackAt]) {
    yield { length, at: (index) => array[index] ?? 0 };
  }
  yield* edgesOf(caller.dumps);
  yield* edgesOf(caller.loads);
  for (const lane of lanes) {
    if (lane === undefined) continue;
    yield* edgesOf(lane.work);
    yield* edgesOf(lane.chunks);
  }
  yield* sliceMoments(data.slices);
}

/** What else a trace of another tool holds. Slices of a row do not overlap. */
function* sliceMoments({ lanes, counters }: SliceData): Generator<Moments> {
  const part = (column: Float64Array, from = 0, to = column.length): Moments => {
    return { length: to - from, at: (index) => column[from + index] ?? 0 };
  };
  for (const { rows, begin, end, marks } of lanes) {
    for (let row = 0; row + 1 < rows.length; row++) {
      yield part(begin, rows[row], rows[row + 1]);
      yield part(end, rows[row], rows[row + 1]);
    }
    yield part(marks.at);
  }
  for (const { series } of counters) for (const { at } of series) yield part(at);
}

/** Each edge of a span ascends from span to span. */
function* edgesOf(series: SpanSeries): Generator<Moments> {
  for (let edge = 0; edge <= series.parts; edge++) {
    yield { length: series.length, at: (span) => series.momentsOf(span)[edge] ?? 0 };
  }
}

/** Those of which there are few: the call, lives of workers, and what was under way when a recording ended. */
function* looseMoments({ data, calledAt, ended, ...rest }: Facts): Generator<number> {
  if (calledAt !== null) yield calledAt;
  if (ended !== null) yield ended.at;
  for (const worker of data.workers) {
    if (worker === undefined) continue;
    yield worker.spawnedAt;
    for (const moment of [worker.readyAt, worker.exitingAt, worker.exit?.at ?? null]) if (moment !== null) yield moment;
  }
  for (const lane of runIndexOf({ data, calledAt, ended, ...rest }).lanes) {
    if (lane !== undefined) yield* unsettledMoments(lane, data.table.columns);
  }
}

function* unsettledMoments(lane: LaneIndex, columns: TaskColumns): Generator<number> {
  const { argsSent, argsReceived, runBegin, runEnd } = columns;
  const current = lane.current();
  if (current !== NO_ROW) {
    for (const moment of [lane.beginOf(current), runBegin[current], runEnd[current]]) yield moment ?? Number.NaN;
  }
  for (let chunk = lane.chunks.length; chunk < lane.chunkFirsts.length; chunk++) {
    const first = lane.chunkFirsts.array[chunk] ?? 0;
    yield argsSent[first] ?? Number.NaN;
    yield argsReceived[first] ?? Number.NaN;
  }
}
