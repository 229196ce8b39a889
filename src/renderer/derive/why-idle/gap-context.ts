/** What surrounds a gap: the task before it, the chunk after it, and the moments of both that bear on it. */
import type { TaskColumns, WorkerRecord } from '../../../shared/telemetry';
import type { Facts } from '../../store/facts';
import type { Gap } from '../../store/view';
import { upperBound } from '../binary-search';
import type { LaneIndex } from '../lane-index';
import { NO_ROW } from '../row-cursor';
import { type Extent, runExtent } from '../run-extent';
import type { RunIndex } from '../run-index';

export interface GapContext {
  readonly facts: Facts;
  readonly index: RunIndex;
  readonly columns: TaskColumns;
  readonly gap: Gap;
  readonly record: WorkerRecord;
  readonly lane: LaneIndex | undefined;
  readonly extent: Extent;
  /** The task that the worker had finished before, or NO_ROW. */
  readonly before: number;
  /** First row of the chunk that it was given next, or NO_ROW. */
  readonly next: number;
  /** The row after the last one of that chunk. */
  readonly nextEnd: number;
  /** The task that ended the gap belongs to the same chunk as the one before it. */
  readonly withinChunk: boolean;
  /** Moments of the next chunk; infinite: not yet. */
  readonly submitted: number;
  readonly taken: number;
  readonly sent: number;
  readonly received: number;
  /** When the result of the chunk before had come back; infinite: not yet. */
  readonly back: number;
}

/** @returns null for a worker that has not been heard of */
export function gapContext(facts: Facts, index: RunIndex, gap: Gap): GapContext | null {
  const { columns } = facts.data.table;
  const record = facts.data.workers[gap.worker];
  if (record === undefined) return null;
  const lane = index.lanes[gap.worker];
  const middle = (gap.startNs + gap.endNs) / 2;
  const span = lane?.work.firstEndingAfter(middle) ?? 0;
  const before = span === 0 ? NO_ROW : (lane?.rows.array[span - 1] ?? NO_ROW);
  const task = lane === undefined ? NO_ROW : taskAfter(lane, span, before);
  const next = lane === undefined || task === NO_ROW ? NO_ROW : firstOfChunk(lane, task);
  const moment = (column: Float64Array, row: number, otherwise: number): number => {
    const at = row === NO_ROW ? Number.NaN : (column[row] ?? Number.NaN);
    return Number.isNaN(at) ? otherwise : at;
  };
  const begun = moment(columns.argsDumpsBegin, next, Number.POSITIVE_INFINITY);
  return {
    facts,
    index,
    columns,
    gap,
    record,
    lane,
    extent: runExtent(facts),
    before,
    next,
    nextEnd: next === NO_ROW ? NO_ROW : endOfChunk(facts, next),
    withinChunk: before !== NO_ROW && task !== NO_ROW && columns.chunk[before] === columns.chunk[task],
    submitted: moment(columns.submitted, next, begun),
    taken: begun,
    sent: moment(columns.argsSent, next, Number.POSITIVE_INFINITY),
    received: moment(columns.argsReceived, next, Number.POSITIVE_INFINITY),
    back: moment(columns.resultReceived, before, before === NO_ROW ? 0 : Number.POSITIVE_INFINITY),
  };
}

/** The task that ends the gap, or that will: one that is still on its way. */
function taskAfter(lane: LaneIndex, span: number, before: number): number {
  if (span < lane.rows.length) return lane.rows.array[span] ?? NO_ROW;
  const current = lane.current();
  if (current !== NO_ROW) return current;
  const { array, length } = lane.chunkFirsts;
  const chunk = upperBound(array, length, before);
  return chunk < length ? (array[chunk] ?? NO_ROW) : NO_ROW;
}

function firstOfChunk({ chunkFirsts: { array, length } }: LaneIndex, row: number): number {
  return array[upperBound(array, length, row) - 1] ?? row;
}

/** Chunks are short beside a run; a longer one is cut where its rows no longer change what is said. */
const MOST_ROWS = 20_000;

function endOfChunk({ data: { table } }: Facts, first: number): number {
  const { chunk } = table.columns;
  let end = first + 1;
  while (end < table.length && end - first < MOST_ROWS && chunk[end] === chunk[first]) end++;
  return end;
}
