/**
 * The values of a field for a block of rows, as numbers; NaN where they are not known yet. Plain loops over columns: a
 * search and a sorted table read millions of them. Times are in ns, `at` since the run's zero.
 */
import { INTERVALS, type Phase } from '../../../shared/phases';
import { outcomeCode, type TaskColumns, type WorkerRecord } from '../../../shared/telemetry';
import type { RunData } from '../../store/facts';
import type { FieldName } from './fields';
import { PHASE_NAMES, type PhaseName } from './phase-names';

/** Writes the values of rows `from` up to `from + length` into the beginning of `into`. */
export type ReadValues = (data: RunData, from: number, length: number, into: Float64Array) => void;

/** `at` is a stretch of time, not a number: here it is its begin. */
export function valuesOf(field: FieldName, originNs: number): ReadValues {
  switch (field) {
    case 'task':
    case 'worker':
    case 'chunk':
    case 'attempt':
      return (data, from, length, into) => into.set(data.table.columns[field].subarray(from, from + length));
    case 'args':
      return (data, from, length, into) => into.set(data.table.columns.argsBytes.subarray(from, from + length));
    case 'pid':
    case 'slot':
      return ofWorker(field);
    case 'result':
      return resultBytes;
    case 'bytes':
      return bothBytes;
    case 'total':
      return ({ table: { columns } }, from, length, into) =>
        difference(columns.submitted, columns.delivered, from, length, into);
    case 'at':
      return ({ table: { columns } }, from, length, into) => {
        workBegin(columns, from, length, into);
        for (let at = 0; at < length; at++) into[at] = (into[at] ?? 0) - originNs;
      };
    default:
      return ofPhases(field);
  }
}

function ofWorker(field: 'pid' | 'slot'): ReadValues {
  return (data, from, length, into) => {
    const byWorker = Float64Array.from(
      data.workers,
      (worker: WorkerRecord | undefined) => worker?.[field] ?? Number.NaN,
    );
    const { worker } = data.table.columns;
    for (let at = 0; at < length; at++) into[at] = byWorker[worker[from + at] ?? 0] ?? Number.NaN;
  };
}

function resultBytes({ table: { columns } }: RunData, from: number, length: number, into: Float64Array): void {
  const { resultBytes: bytes, resultDumpsEnd } = columns;
  for (let at = 0; at < length; at++) {
    const size = bytes[from + at] ?? 0;
    const end = resultDumpsEnd[from + at] ?? Number.NaN;
    into[at] = size > 0 && !Number.isNaN(end) ? size : Number.NaN;
  }
}

function bothBytes({ table: { columns } }: RunData, from: number, length: number, into: Float64Array): void {
  const { argsBytes, resultBytes: bytes } = columns;
  for (let at = 0; at < length; at++) into[at] = (argsBytes[from + at] ?? 0) + (bytes[from + at] ?? 0);
}

/** One phase as it is; several together, as far as they are known. */
function ofPhases(name: PhaseName): ReadValues {
  const [first, second] = PHASE_NAMES[name] as readonly Phase[];
  if (first === undefined) throw new RangeError(`${name} has no phase`);
  if (second === undefined)
    return ({ table: { columns } }, from, length, into) => phase(first, columns, from, length, into);
  let other = new Float64Array(0);
  return ({ table: { columns } }, from, length, into) => {
    if (other.length < length) other = new Float64Array(length);
    phase(first, columns, from, length, into);
    phase(second, columns, from, length, other);
    for (let at = 0; at < length; at++) {
      const a = into[at] ?? Number.NaN;
      const b = other[at] ?? Number.NaN;
      into[at] = Number.isNaN(a) ? b : Number.isNaN(b) ? a : a + b;
    }
  };
}

function phase(name: Phase, columns: TaskColumns, from: number, length: number, into: Float64Array): void {
  const intervals = INTERVALS.filter((interval) => interval.phase === name);
  for (const [index, interval] of intervals.entries()) {
    const [begin, end] = [columns[interval.from], columns[interval.to]];
    if (index === 0) difference(begin, end, from, length, into);
    else
      for (let at = 0; at < length; at++)
        into[at] = (into[at] ?? 0) + ((end[from + at] ?? 0) - (begin[from + at] ?? 0));
  }
}

function difference(begin: Float64Array, end: Float64Array, from: number, length: number, into: Float64Array): void {
  for (let at = 0; at < length; at++) into[at] = (end[from + at] ?? Number.NaN) - (begin[from + at] ?? Number.NaN);
}

/** When the worker began with each row; NaN: never, as far as is known. */
export function workBegin(columns: TaskColumns, from: number, length: number, into: Float64Array): void {
  const { argsLoadsBegin, runBegin } = columns;
  for (let at = 0; at < length; at++) {
    const begin = argsLoadsBegin[from + at] ?? Number.NaN;
    into[at] = Number.isNaN(begin) ? (runBegin[from + at] ?? Number.NaN) : begin;
  }
}

/** When the worker was done with each row, or died; Infinity while it is at it. Means something where `workBegin` does. */
export function workEnd(
  { table: { columns }, workers }: RunData,
  from: number,
  length: number,
  into: Float64Array,
): void {
  const { resultDumpsEnd, runEnd, outcome, worker } = columns;
  for (let at = 0; at < length; at++) {
    const row = from + at;
    const end = resultDumpsEnd[row] ?? Number.NaN;
    if (!Number.isNaN(end)) into[at] = end;
    else if (outcome[row] === outcomeCode.pending) into[at] = Number.POSITIVE_INFINITY;
    else {
      const ran = runEnd[row] ?? Number.NaN;
      into[at] = Number.isNaN(ran) ? (workers[worker[row] ?? 0]?.exit?.at ?? Number.POSITIVE_INFINITY) : ran;
    }
  }
}
