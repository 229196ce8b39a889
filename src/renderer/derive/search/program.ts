/**
 * A query made ready to run over columns, a block of rows at a time: each part of it is one plain loop that writes a 0
 * or 1 for each row. No row costs a call.
 */
import { INTERVALS, type Phase } from '../../../shared/phases';
import { outcomeCode } from '../../../shared/telemetry';
import type { RunData } from '../../store/facts';
import { lowerBound } from '../binary-search';
import { valuesOf, workBegin, workEnd } from './field-values';
import { PHASE_NAMES, type PhaseName } from './phase-names';
import type { Query, Range, State } from './query';

/** Rows of a block. Its scratch arrays stay in the processor's cache. */
export const BLOCK = 8192;

/** What a query needs to know of the run beside its columns. */
export interface ProgramContext {
  readonly originNs: number;
  /** Rows whose error has a text in it, ascending. */
  readonly errorRows: (text: string) => Uint32Array;
}

/** Writes 1 for each row from `from` on that matches, and 0 for each other. */
export type Program = (data: RunData, from: number, length: number, mask: Uint8Array) => void;

export function compile(query: Query, context: ProgramContext): Program {
  switch (query.type) {
    case 'and':
    case 'or':
      return combination(
        query.type,
        query.parts.map((part) => compile(part, context)),
      );
    case 'not':
      return inverse(compile(query.part, context));
    case 'range':
      return query.field === 'at' ? during(query, context.originNs) : inRange(query, context.originNs);
    case 'state':
      return query.state === 'retried' ? retried : withOutcome(query.state);
    case 'in':
      return inPhase(query.phase);
    case 'text':
      return among(context.errorRows(query.text));
  }
}

/** Whether a query tells anything of a row that its delivery may change. */
export function readsDelivery(query: Query): boolean {
  switch (query.type) {
    case 'and':
    case 'or':
      return query.parts.some(readsDelivery);
    case 'not':
      return readsDelivery(query.part);
    case 'range':
      return query.field === 'total' || query.field === 'order';
    default:
      return query.type === 'in';
  }
}

function combination(type: 'and' | 'or', parts: readonly Program[]): Program {
  const [first, ...rest] = parts;
  if (first === undefined) throw new RangeError('A combination has parts.');
  const other = new Uint8Array(BLOCK);
  return (data, from, length, mask) => {
    first(data, from, length, mask);
    for (const part of rest) {
      part(data, from, length, other);
      if (type === 'and') for (let at = 0; at < length; at++) mask[at] = (mask[at] ?? 0) & (other[at] ?? 0);
      else for (let at = 0; at < length; at++) mask[at] = (mask[at] ?? 0) | (other[at] ?? 0);
    }
  };
}

function inverse(part: Program): Program {
  return (data, from, length, mask) => {
    part(data, from, length, mask);
    for (let at = 0; at < length; at++) mask[at] = 1 - (mask[at] ?? 0);
  };
}

function inRange(range: Range, originNs: number): Program {
  const read = valuesOf(range.field, originNs);
  const values = new Float64Array(BLOCK);
  const { min, max, exclusive } = range;
  return (data, from, length, mask) => {
    read(data, from, length, values);
    // NaN is in no range: each comparison with it is false.
    if (exclusive) for (let at = 0; at < length; at++) mask[at] = above(values[at], min) & below(values[at], max);
    else for (let at = 0; at < length; at++) mask[at] = atLeast(values[at], min) & atMost(values[at], max);
  };
}

const above = (value = Number.NaN, min: number): number => (value > min ? 1 : 0);
const below = (value = Number.NaN, max: number): number => (value < max ? 1 : 0);
const atLeast = (value = Number.NaN, min: number): number => (value >= min ? 1 : 0);
const atMost = (value = Number.NaN, max: number): number => (value <= max ? 1 : 0);

/** The worker was at the row at some time between the bounds. */
function during({ min, max, exclusive }: Range, originNs: number): Program {
  const begins = new Float64Array(BLOCK);
  const ends = new Float64Array(BLOCK);
  const [earliest, latest] = [min + originNs, max + originNs];
  return (data, from, length, mask) => {
    workBegin(data.table.columns, from, length, begins);
    workEnd(data, from, length, ends);
    if (exclusive) for (let at = 0; at < length; at++) mask[at] = below(begins[at], latest) & above(ends[at], earliest);
    else for (let at = 0; at < length; at++) mask[at] = atMost(begins[at], latest) & atLeast(ends[at], earliest);
  };
}

function withOutcome(state: Exclude<State, 'retried'>): Program {
  const wanted = new Uint8Array(256);
  if (state === 'error') for (const code of [outcomeCode.failed, outcomeCode.lost]) wanted[code] = 1;
  else wanted[outcomeCode[state]] = 1;
  return ({ table: { columns } }, from, length, mask) => {
    const { outcome } = columns;
    for (let at = 0; at < length; at++) mask[at] = wanted[outcome[from + at] ?? 0] ?? 0;
  };
}

function retried({ table: { columns } }: RunData, from: number, length: number, mask: Uint8Array): void {
  const { attempt } = columns;
  for (let at = 0; at < length; at++) mask[at] = (attempt[from + at] ?? 0) > 1 ? 1 : 0;
}

/** A phase has begun and not ended. Rows that failed or were cancelled are in none: nothing more comes. */
function inPhase(name: PhaseName): Program {
  const phases: readonly Phase[] = PHASE_NAMES[name];
  const intervals = INTERVALS.filter(({ phase }) => phases.includes(phase));
  return ({ table: { columns } }, from, length, mask) => {
    const { outcome } = columns;
    mask.fill(0, 0, length);
    for (const interval of intervals) {
      const [begin, end] = [columns[interval.from], columns[interval.to]];
      for (let at = 0; at < length; at++) {
        if (Number.isNaN(end[from + at] ?? 0) && !Number.isNaN(begin[from + at] ?? 0)) mask[at] = 1;
      }
    }
    for (let at = 0; at < length; at++) {
      const code = outcome[from + at];
      if (code === outcomeCode.failed || code === outcomeCode.cancelled) mask[at] = 0;
    }
  };
}

function among(rows: Uint32Array): Program {
  return (_, from, length, mask) => {
    mask.fill(0, 0, length);
    for (let next = lowerBound(rows, rows.length, from); next < rows.length; next++) {
      const at = (rows[next] ?? 0) - from;
      if (at >= length) return;
      mask[at] = 1;
    }
  };
}
