/**
 * What one lane shows, ready to be drawn at any zoom: its finished tasks and chunks as series with running sums, what
 * is under way, and what went wrong. A lane is a worker, or several that take turns: one works after another. Grows with
 * the table; nothing is ever scanned twice.
 */
import type { TaskTable } from '../../shared/task-table';
import { outcomeCode, type WorkerRecord } from '../../shared/telemetry';
import { Vector } from '../../shared/vector';
import { lowerBound, upperBound } from './binary-search';
import { NO_ROW, RowCursor } from './row-cursor';
import { SpanSeries } from './span-series';

/** Parts of `LaneIndex.work`. */
export const WORK_PARTS = { loads: 0, run: 1, dumps: 2 } as const;
/** Parts of `LaneIndex.chunks`: way out, stay in the worker, way back. */
export const CHUNK_PARTS = { out: 0, stay: 1, back: 2 } as const;

export class LaneIndex {
  /** First row of each chunk sent to the worker, in order of dispatch. */
  readonly chunkFirsts = new Vector(Uint32Array);
  /** Rows that the worker has finished working on, in the order in which it ran them: the spans of `work`. */
  readonly rows = new Vector(Uint32Array);
  readonly work: SpanSeries;
  /** Chunks that have come back or were lost, in order of dispatch: the first `chunks.length` of `chunkFirsts`. */
  readonly chunks: SpanSeries;
  /** Rows that failed or were lost, by `troubleAt`. */
  readonly troubles = new Vector(Uint32Array);
  /** Rows of each outcome, by outcome code. */
  readonly counts = new Float64Array(8);
  /** Called with each row whose outcome has become known. */
  onSettled: ((row: number) => void) | undefined;

  private readonly timed: RowCursor;
  private readonly settled: RowCursor;
  private lastChunk = -1;

  constructor(
    private readonly table: TaskTable,
    private readonly workers: readonly (WorkerRecord | undefined)[],
    /** Index of the worker; -1: the rows of several. */
    readonly worker: number,
  ) {
    this.timed = new RowCursor(table, this.chunkFirsts);
    this.settled = new RowCursor(table, this.chunkFirsts);
    this.work = new SpanSeries(3, false, (span, into) => this.readWork(span, into));
    this.chunks = new SpanSeries(3, true, (span, into) => this.readChunk(span, into));
  }

  /** Takes a new row of the lane in. */
  addRow(row: number): void {
    const chunk = this.table.columns.chunk[row] ?? 0;
    if (chunk === this.lastChunk) return;
    this.lastChunk = chunk;
    this.chunkFirsts.push(row);
  }

  /** Takes in what has become final since the last call. */
  update(): void {
    for (let row = this.timed.peek(); row !== NO_ROW && this.takeWork(row); row = this.timed.peek())
      this.timed.take(row);
    for (let row = this.settled.peek(); row !== NO_ROW && this.isSettled(row); row = this.settled.peek()) {
      this.settled.take(row);
      this.settle(row);
    }
    while (this.chunks.length < this.chunkFirsts.length) {
      if (!this.isSettled(this.chunkFirsts.array[this.chunks.length] ?? 0)) return;
      this.chunks.append();
    }
  }

  /** The row that the worker has begun and not finished, as far as is known, or NO_ROW. */
  current(): number {
    const row = this.timed.peek();
    return row !== NO_ROW && !Number.isNaN(this.beginOf(row)) ? row : NO_ROW;
  }

  /** When work on a row began; NaN: not yet. The plain loop loads nothing and begins with the run. */
  beginOf(row: number): number {
    const { argsLoadsBegin, runBegin } = this.table.columns;
    const begin = argsLoadsBegin[row] ?? Number.NaN;
    return Number.isNaN(begin) ? (runBegin[row] ?? Number.NaN) : begin;
  }

  /** The last row of a chunk that was begun; -1: none was. @param row any of the chunk */
  lastBegunWith(row: number): number {
    const { array, length } = this.chunkFirsts;
    const next = upperBound(array, length, row);
    const end = next < length ? (array[next] ?? 0) : Number.POSITIVE_INFINITY;
    const last = this.rows.array[lowerBound(this.rows.array, this.rows.length, end) - 1] ?? -1;
    return last >= (array[next - 1] ?? 0) ? last : -1;
  }

  /** When a row failed or was lost. Ascends along `troubles`, and lies within the row's span where it has one. */
  troubleAt(row: number): number {
    const { outcome, runEnd } = this.table.columns;
    if (outcome[row] === outcomeCode.lost) return this.exitAt(row);
    const end = runEnd[row] ?? Number.NaN;
    return Number.isNaN(end) ? this.exitAt(row) : end;
  }

  private isSettled(row: number): boolean {
    return this.table.columns.outcome[row] !== outcomeCode.pending;
  }

  /** @returns false when the worker may still be at it */
  private takeWork(row: number): boolean {
    const finished = !Number.isNaN(this.table.columns.resultDumpsEnd[row] ?? Number.NaN) || this.isSettled(row);
    if (finished && !Number.isNaN(this.beginOf(row))) {
      this.rows.push(row);
      this.work.append();
    }
    return finished;
  }

  private settle(row: number): void {
    const outcome = this.table.columns.outcome[row] ?? 0;
    this.counts[outcome] = (this.counts[outcome] ?? 0) + 1;
    if (outcome === outcomeCode.failed || outcome === outcomeCode.lost) this.troubles.push(row);
    this.onSettled?.(row);
  }

  private readWork(span: number, into: Float64Array): void {
    const { columns } = this.table;
    const row = this.rows.array[span] ?? 0;
    const begin = this.beginOf(row);
    const runBegin = columns.runBegin[row] ?? Number.NaN;
    const runEnd = columns.runEnd[row] ?? Number.NaN;
    const end = columns.resultDumpsEnd[row] ?? Number.NaN;
    into[0] = begin;
    into[1] = Number.isNaN(runBegin) ? begin : runBegin;
    // A worker that died took its task along: the task ran until then.
    into[2] = Number.isNaN(runEnd) ? Math.max(begin, this.exitAt(row)) : runEnd;
    into[3] = Number.isNaN(end) ? (into[2] ?? begin) : end;
  }

  private readChunk(span: number, into: Float64Array): void {
    const { columns } = this.table;
    const row = this.chunkFirsts.array[span] ?? 0;
    const sent = columns.argsSent[row] ?? Number.NaN;
    if (Number.isNaN(sent)) {
      into.fill(this.beginOf(row) || 0);
      return;
    }
    into[0] = sent;
    into[1] = this.orExit(columns.argsReceived[row], row);
    into[2] = this.orExit(columns.resultSent[row], row);
    into[3] = this.orExit(columns.resultReceived[row], row);
  }

  private orExit(moment: number | undefined, row: number): number {
    return moment === undefined || Number.isNaN(moment) ? this.exitAt(row) : moment;
  }

  /** When the worker died with the row; what is known of the row where it has not. */
  private exitAt(row: number): number {
    const { argsSent, worker } = this.table.columns;
    const sent = argsSent[row] ?? 0;
    return this.workers[worker[row] ?? 0]?.exit?.at ?? (Number.isNaN(sent) ? 0 : sent);
  }
}
