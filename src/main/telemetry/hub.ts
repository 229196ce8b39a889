/**
 * The telemetry hub: turns what a pool reports into rows of the task table, and says what is new since it was last
 * asked. One row is one run of one task; a retried task has several.
 */

import { TaskTable } from '../../shared/task-table';
import {
  CALLBACK_KINDS,
  type CallbackKind,
  copyRows,
  MOMENTS,
  outcomeCode,
  type ProcessSamples,
  type RowsChange,
  type TelemetryBatch,
  type WorkerRecord,
} from '../../shared/telemetry';
import { Vector } from '../../shared/vector';
import { TASK_STATUS, WORKER_MOMENTS } from '../../shared/worker-protocol';
import type { Chunk, EndedChunk, SentChunk } from '../pool/chunk';
import type { PoolObserver } from '../pool/observer';
import type { RunningChunk } from '../pool/worker-pipe';
import { mergeRanges, type RowRange } from './merge-ranges';

const STRIDE = WORKER_MOMENTS.length;
const RUN_BEGIN = MOMENTS.indexOf('runBegin');

const outcomeOfStatus: readonly number[] = Object.values(TASK_STATUS).map((status) =>
  status === TASK_STATUS.ok
    ? outcomeCode.completed
    : status === TASK_STATUS.skipped
      ? outcomeCode.cancelled
      : outcomeCode.failed,
);

/** A report that is not yet in the table. */
type Report =
  | { readonly type: 'sent'; readonly sent: SentChunk }
  | { readonly type: 'unsendable'; readonly sent: SentChunk }
  | { readonly type: 'progress'; readonly chunk: Chunk; readonly received: number; readonly times: Float64Array }
  | { readonly type: 'ended'; readonly ended: EndedChunk }
  | { readonly type: 'lost'; readonly chunk: Chunk; readonly begun: boolean; readonly task: RunningChunk['task'] }
  | { readonly type: 'delivered'; readonly first: number; readonly count: number; readonly at: number };

/** Reports that may wait: between two batches there are fewer, and without batches they must not pile up. */
const MOST_WAITING = 1024;

export class TelemetryHub implements Omit<PoolObserver, 'taskEnded' | 'output'> {
  readonly workers: WorkerRecord[] = [];
  /** Rows that could not be recorded. */
  readonly dropped = 0;

  /** Rows of the chunks under way, by chunk. */
  private readonly open = new Map<number, RowRange>();
  private readonly rows = new TaskTable();
  /** Many rows written in one go cost a third of as many written one by one, between other work. */
  private waiting: Report[] = [];
  /** Row of the latest run of each task. */
  private readonly rowOfTask = new Vector(Uint32Array);
  private readonly deliveredRows = new Vector(Uint32Array);
  private readonly deliveredAt = new Vector(Float64Array);
  private readonly queueAt = new Vector(Float64Array);
  private readonly queueDepth = new Vector(Uint32Array);
  private samples: { at: number; worker: number; cpu: number; memoryBytes: number }[] = [];
  private changedRows: RowRange[] = [];
  private changedWorkers = new Set<number>();
  private readonly callbackTasks = new Vector(Uint32Array);
  private readonly callbackAt = new Vector(Float64Array);
  private readonly callbackKinds = new Vector(Uint8Array);
  private sentDeliveries = 0;
  private sentCallbacks = 0;
  private sentQueue = 0;

  /** Every row, with all that is known now. */
  get table(): TaskTable {
    this.drain();
    return this.rows;
  }

  workerChanged(worker: WorkerRecord): void {
    this.workers[worker.index] = worker;
    this.changedWorkers.add(worker.index);
  }

  queueChanged(at: number, depth: number): void {
    this.queueAt.push(at);
    this.queueDepth.push(depth);
  }

  processSampled(at: number, worker: number, cpu: number, memoryBytes: number): void {
    this.samples.push({ at, worker, cpu, memoryBytes });
  }

  chunkSent(sent: SentChunk): void {
    this.note({ type: 'sent', sent });
  }

  chunkUnsendable(sent: SentChunk): void {
    this.note({ type: 'unsendable', sent });
  }

  chunkProgress(chunk: Chunk, received: number, times: Float64Array): void {
    this.note({ type: 'progress', chunk, received, times });
  }

  chunkEnded(ended: EndedChunk): void {
    this.note({ type: 'ended', ended });
  }

  chunkLost(chunk: Chunk, begun: boolean, task: RunningChunk['task']): void {
    this.note({ type: 'lost', chunk, begun, task });
  }

  delivered(first: number, count: number, at: number): void {
    this.note({ type: 'delivered', first, count, at });
  }

  private setProgress(chunk: Chunk, receivedByWorker: number, times: Float64Array): void {
    const open = this.open.get(chunk.id);
    if (open === undefined) return;
    const reached = open.first + times.length / STRIDE;
    this.rows.columns.argsReceived.fill(receivedByWorker, open.first, open.end);
    this.setWorkerTimes(open.first, reached, times);
    this.change(open.first, open.end);
  }

  private setEnded(ended: EndedChunk): void {
    const open = this.open.get(ended.chunk.id);
    if (open === undefined) return;
    this.open.delete(ended.chunk.id);
    const { columns } = this.rows;
    const { first, end } = open;
    // Row by row: filling and setting whole columns costs more where a chunk has one task, as the most have.
    for (let row = first, position = 0; row < end; row++, position++) {
      columns.argsReceived[row] = ended.receivedByWorker;
      columns.resultSent[row] = ended.sentByWorker;
      columns.resultReceived[row] = ended.received;
      columns.resultBytes[row] = ended.lengths[position] ?? 0;
      columns.resultLoadsBegin[row] = ended.loads[position * 2] ?? Number.NaN;
      columns.completed[row] = ended.loads[position * 2 + 1] ?? Number.NaN;
      columns.outcome[row] = outcomeOfStatus[ended.status[position] ?? TASK_STATUS.skipped] ?? outcomeCode.failed;
    }
    this.setWorkerTimes(first, end, ended.workerTimes);
    this.change(first, end);
  }

  private setUnsendable(sent: SentChunk): void {
    const { first, end } = this.addRows({ ...sent, sent: Number.NaN });
    for (let row = first; row < end; row++) {
      const tried = !Number.isNaN(sent.dumps[(row - first) * 2] ?? Number.NaN);
      const next = sent.dumps[(row - first) * 2 + 2] ?? Number.NaN;
      const failed = tried && Number.isNaN(next);
      this.rows.columns.outcome[row] = failed ? outcomeCode.failed : outcomeCode.cancelled;
    }
  }

  private setLost({ chunk, begun, task }: Extract<Report, { type: 'lost' }>): void {
    const open = this.open.get(chunk.id);
    if (open === undefined) return;
    this.open.delete(chunk.id);
    if (task !== null) this.setBegun(open.first + task.position, task.at);
    this.rows.columns.outcome.fill(begun ? outcomeCode.lost : outcomeCode.cancelled, open.first, open.end);
    this.change(open.first, open.end);
  }

  /** A task that nobody had announced before its worker died: it had begun, and the mark says when. */
  private setBegun(row: number, at: number): void {
    const { argsReceived, argsLoadsBegin, runBegin } = this.rows.columns;
    if (!Number.isNaN(runBegin[row] ?? 0)) return;
    argsReceived[row] = at;
    argsLoadsBegin[row] = at;
    runBegin[row] = at;
  }

  private setDelivered(first: number, count: number, at: number): void {
    for (let task = first; task < first + count; task++) {
      const row = this.rowOfTask.array[task] ?? 0;
      this.rows.columns.delivered[row] = at;
      this.deliveredRows.push(row);
      this.deliveredAt.push(at);
    }
  }

  callbackRan(task: number, kind: CallbackKind, at: number): void {
    this.callbackTasks.push(task);
    this.callbackAt.push(at);
    this.callbackKinds.push(CALLBACK_KINDS.indexOf(kind));
  }

  /** Nothing crosses in a plain loop: every moment before the run is its begin, every one after it its end. */
  loopRan(worker: number, first: number, times: Float64Array, status: Uint8Array): void {
    this.drain();
    const { first: firstRow, end } = this.newRows(first, status.length);
    const { columns } = this.rows;
    for (let row = firstRow; row < end; row++) {
      const position = row - firstRow;
      columns.chunk[row] = first + position;
      columns.worker[row] = worker;
      columns.attempt[row] = 1;
      columns.outcome[row] = outcomeOfStatus[status[position] ?? TASK_STATUS.skipped] ?? outcomeCode.failed;
      for (const [index, moment] of MOMENTS.entries()) {
        columns[moment][row] = times[position * 2 + (index > RUN_BEGIN ? 1 : 0)] ?? Number.NaN;
      }
    }
  }

  /** Nothing crosses in an event loop either: every moment before the run is its begin. */
  gatherBegan(tasks: Uint32Array, places: Uint16Array, at: Float64Array): void {
    this.drain();
    const { columns } = this.rows;
    for (const [position, task] of tasks.entries()) {
      const { first: row } = this.newRows(task, 1);
      columns.chunk[row] = task;
      columns.worker[row] = places[position] ?? 0;
      columns.attempt[row] = 1;
      for (const moment of MOMENTS.slice(0, RUN_BEGIN + 1)) columns[moment][row] = at[position] ?? Number.NaN;
    }
  }

  /** Every moment after the run is its end, but the delivery: the caller gets all results at once. */
  gatherEnded(tasks: Uint32Array, at: Float64Array, status: Uint8Array): void {
    const { columns } = this.rows;
    for (const [position, task] of tasks.entries()) {
      const row = this.rowOfTask.array[task] ?? 0;
      columns.outcome[row] = outcomeOfStatus[status[position] ?? TASK_STATUS.skipped] ?? outcomeCode.failed;
      for (const moment of MOMENTS.slice(RUN_BEGIN + 1, -1)) columns[moment][row] = at[position] ?? Number.NaN;
      this.change(row, row + 1);
    }
  }

  /**
   * Everything new since the last call, or null when there is nothing.
   * @param observerNs what recording has cost so far
   */
  takeBatch(runId: number, at: number, observerNs = 0): TelemetryBatch | null {
    this.drain();
    const { changedRows, changedWorkers, samples } = this;
    const nothing =
      changedRows.length === 0 &&
      changedWorkers.size === 0 &&
      samples.length === 0 &&
      this.sentQueue === this.queueAt.length &&
      this.sentDeliveries === this.deliveredRows.length &&
      this.sentCallbacks === this.callbackAt.length;
    if (nothing) return null;
    const batch: TelemetryBatch = {
      type: 'telemetry',
      runId,
      at,
      rows: mergeRanges(changedRows).map(
        ({ first, end }): RowsChange => ({ firstRow: first, columns: copyRows(this.rows.columns, first, end) }),
      ),
      deliveries: {
        rows: this.deliveredRows.tail(this.sentDeliveries),
        at: this.deliveredAt.tail(this.sentDeliveries),
      },
      callbacks: {
        tasks: this.callbackTasks.tail(this.sentCallbacks),
        at: this.callbackAt.tail(this.sentCallbacks),
        kinds: this.callbackKinds.tail(this.sentCallbacks),
      },
      queue: { at: this.queueAt.tail(this.sentQueue), depth: this.queueDepth.tail(this.sentQueue) },
      processes: sampleColumns(samples),
      workers: [...changedWorkers].sort((a, b) => a - b).flatMap((index) => this.workers[index] ?? []),
      dropped: this.dropped,
      observerNs,
    };
    this.changedRows = [];
    this.changedWorkers = new Set();
    this.samples = [];
    this.sentDeliveries = this.deliveredRows.length;
    this.sentCallbacks = this.callbackAt.length;
    this.sentQueue = this.queueAt.length;
    return batch;
  }

  /** Pickled size of a task's argument or result in the latest run of it, as it was recorded; 0: not known. */
  recordedBytes(task: number, column: 'argsBytes' | 'resultBytes'): number {
    this.drain();
    if (task >= this.rowOfTask.length) return 0;
    return this.rows.columns[column][this.rowOfTask.array[task] ?? 0] ?? 0;
  }

  private note(report: Report): void {
    this.waiting.push(report);
    if (this.waiting.length >= MOST_WAITING) this.drain();
  }

  /** Writes what waits into the table, in the order in which it was reported. */
  private drain(): void {
    const reports = this.waiting;
    if (reports.length === 0) return;
    this.waiting = [];
    for (const report of reports) this.write(report);
  }

  private write(report: Report): void {
    switch (report.type) {
      case 'sent':
        this.open.set(report.sent.chunk.id, this.addRows(report.sent));
        break;
      case 'unsendable':
        this.setUnsendable(report.sent);
        break;
      case 'progress':
        this.setProgress(report.chunk, report.received, report.times);
        break;
      case 'ended':
        this.setEnded(report.ended);
        break;
      case 'lost':
        this.setLost(report);
        break;
      case 'delivered':
        this.setDelivered(report.first, report.count, report.at);
        break;
    }
  }

  /** New rows for a chunk, with all that is known when it leaves. */
  private addRows({ chunk, worker, dumps, lengths, sent }: SentChunk): RowRange {
    const { first, end } = this.newRows(chunk.firstTask, chunk.args.length);
    const { columns } = this.rows;
    for (let row = first, position = 0; row < end; row++, position++) {
      columns.chunk[row] = chunk.id;
      columns.worker[row] = worker;
      columns.attempt[row] = chunk.attempt;
      columns.submitted[row] = chunk.submitted;
      columns.argsBytes[row] = lengths[position] ?? 0;
      columns.argsDumpsBegin[row] = dumps[position * 2] ?? Number.NaN;
      columns.argsDumpsEnd[row] = dumps[position * 2 + 1] ?? Number.NaN;
      columns.argsSent[row] = sent;
    }
    return { first, end };
  }

  /** Rows for `count` tasks from `firstTask` on; each is now the latest run of its task. */
  private newRows(firstTask: number, count: number): RowRange {
    const first = this.rows.addRows(count);
    const end = first + count;
    while (this.rowOfTask.length < firstTask + count) this.rowOfTask.push(0);
    const { task } = this.rows.columns;
    const rowOfTask = this.rowOfTask.array;
    for (let row = first, number = firstTask; row < end; row++, number++) {
      task[row] = number;
      rowOfTask[number] = row;
    }
    this.change(first, end);
    return { first, end };
  }

  /** Rows that are to be sent. Mostly they follow the last ones that were noted. */
  private change(first: number, end: number): void {
    const last = this.changedRows.at(-1);
    if (last !== undefined && first >= last.first && first <= last.end) {
      if (end > last.end) this.changedRows[this.changedRows.length - 1] = { first: last.first, end };
    } else {
      this.changedRows.push({ first, end });
    }
  }

  private setWorkerTimes(first: number, end: number, times: Float64Array): void {
    const { argsLoadsBegin, runBegin, runEnd, resultDumpsEnd } = this.rows.columns;
    for (let row = first, slot = 0; row < end; row++, slot += STRIDE) {
      argsLoadsBegin[row] = times[slot] ?? Number.NaN;
      runBegin[row] = times[slot + 1] ?? Number.NaN;
      runEnd[row] = times[slot + 2] ?? Number.NaN;
      resultDumpsEnd[row] = times[slot + 3] ?? Number.NaN;
    }
  }
}

function sampleColumns(
  samples: readonly { at: number; worker: number; cpu: number; memoryBytes: number }[],
): ProcessSamples {
  return {
    at: Float64Array.from(samples, (sample) => sample.at),
    worker: Uint16Array.from(samples, (sample) => sample.worker),
    cpu: Float32Array.from(samples, (sample) => sample.cpu),
    memoryBytes: Float64Array.from(samples, (sample) => sample.memoryBytes),
  };
}
