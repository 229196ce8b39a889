/**
 * The telemetry hub: turns what a pool reports into rows of the task table, and says what is new since it was last
 * asked. One row is one run of one task; a retried task has several.
 */
import { TASK_STATUS, WORKER_MOMENTS } from '../../shared/worker-protocol';
import { TaskTable } from '../../shared/task-table';
import {
  copyRows,
  outcomeCode,
  type ProcessSamples,
  type RowsChange,
  type TelemetryBatch,
  type WorkerRecord,
} from '../../shared/telemetry';
import { Vector } from '../../shared/vector';
import type { Chunk, EndedChunk, SentChunk } from '../pool/chunk';
import { noObserver, type PoolObserver } from '../pool/observer';
import { mergeRanges, type RowRange } from './merge-ranges';

const STRIDE = WORKER_MOMENTS.length;

/** Rows of a chunk under way. */
interface OpenChunk extends RowRange {
  readonly sent: SentChunk;
}

const outcomeOfStatus: readonly number[] = Object.values(TASK_STATUS).map((status) =>
  status === TASK_STATUS.ok
    ? outcomeCode.completed
    : status === TASK_STATUS.skipped
      ? outcomeCode.cancelled
      : outcomeCode.failed,
);

export class TelemetryHub implements PoolObserver {
  readonly table = new TaskTable();
  readonly workers: WorkerRecord[] = [];
  /** Rows that could not be recorded. */
  readonly dropped = 0;
  readonly output = noObserver.output;
  readonly taskFailed = noObserver.taskFailed;

  private readonly open = new Map<number, OpenChunk>();
  /** Row of the latest run of each task. */
  private readonly rowOfTask = new Vector(Uint32Array);
  private readonly deliveredRows = new Vector(Uint32Array);
  private readonly deliveredAt = new Vector(Float64Array);
  private readonly queueAt = new Vector(Float64Array);
  private readonly queueDepth = new Vector(Uint32Array);
  private samples: { at: number; worker: number; cpu: number; memoryBytes: number }[] = [];
  private changedRows: RowRange[] = [];
  private changedWorkers = new Set<number>();
  private sentDeliveries = 0;
  private sentQueue = 0;

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
    const range = this.addRows(sent);
    this.table.columns.argsSent.fill(sent.sent, range.first, range.end);
    this.open.set(sent.chunk.id, { ...range, sent });
  }

  chunkProgress(chunk: Chunk, receivedByWorker: number, times: Float64Array): void {
    const open = this.open.get(chunk.id);
    if (open === undefined) return;
    const reached = open.first + times.length / STRIDE;
    this.table.columns.argsReceived.fill(receivedByWorker, open.first, open.end);
    this.setWorkerTimes(open.first, reached, times);
    this.changedRows.push({ first: open.first, end: open.end });
  }

  chunkEnded(ended: EndedChunk): void {
    const open = this.open.get(ended.chunk.id);
    if (open === undefined) return;
    this.open.delete(ended.chunk.id);
    const { columns } = this.table;
    const { first, end } = open;
    columns.argsReceived.fill(ended.receivedByWorker, first, end);
    columns.resultSent.fill(ended.sentByWorker, first, end);
    columns.resultReceived.fill(ended.received, first, end);
    this.setWorkerTimes(first, end, ended.workerTimes);
    columns.resultBytes.set(ended.lengths, first);
    for (let row = first; row < end; row++) {
      const position = row - first;
      columns.resultLoadsBegin[row] = ended.loads[position * 2] ?? Number.NaN;
      columns.completed[row] = ended.loads[position * 2 + 1] ?? Number.NaN;
      columns.outcome[row] = outcomeOfStatus[ended.status[position] ?? TASK_STATUS.skipped] ?? outcomeCode.failed;
    }
    this.changedRows.push({ first, end });
  }

  chunkUnsendable(sent: SentChunk): void {
    const { first, end } = this.addRows(sent);
    for (let row = first; row < end; row++) {
      const tried = !Number.isNaN(sent.dumps[(row - first) * 2] ?? Number.NaN);
      const next = sent.dumps[(row - first) * 2 + 2] ?? Number.NaN;
      const failed = tried && Number.isNaN(next);
      this.table.columns.outcome[row] = failed ? outcomeCode.failed : outcomeCode.cancelled;
    }
  }

  chunkLost(chunk: Chunk, at: number, begun: boolean): void {
    const open = this.open.get(chunk.id);
    if (open === undefined) return;
    this.open.delete(chunk.id);
    this.table.columns.outcome.fill(begun ? outcomeCode.lost : outcomeCode.cancelled, open.first, open.end);
    this.changedRows.push({ first: open.first, end: open.end });
    void at;
  }

  delivered(first: number, count: number, at: number): void {
    for (let task = first; task < first + count; task++) {
      const row = this.rowOfTask.array[task] ?? 0;
      this.table.columns.delivered[row] = at;
      this.deliveredRows.push(row);
      this.deliveredAt.push(at);
    }
  }

  /** Everything new since the last call, or null when there is nothing. */
  takeBatch(runId: number, at: number): TelemetryBatch | null {
    const { changedRows, changedWorkers, samples } = this;
    const nothing =
      changedRows.length === 0 &&
      changedWorkers.size === 0 &&
      samples.length === 0 &&
      this.sentQueue === this.queueAt.length &&
      this.sentDeliveries === this.deliveredRows.length;
    if (nothing) return null;
    const batch: TelemetryBatch = {
      type: 'telemetry',
      runId,
      at,
      rows: mergeRanges(changedRows).map(
        ({ first, end }): RowsChange => ({ firstRow: first, columns: copyRows(this.table.columns, first, end) }),
      ),
      deliveries: {
        rows: this.deliveredRows.tail(this.sentDeliveries),
        at: this.deliveredAt.tail(this.sentDeliveries),
      },
      queue: { at: this.queueAt.tail(this.sentQueue), depth: this.queueDepth.tail(this.sentQueue) },
      processes: sampleColumns(samples),
      workers: [...changedWorkers].sort((a, b) => a - b).flatMap((index) => this.workers[index] ?? []),
      dropped: this.dropped,
    };
    this.changedRows = [];
    this.changedWorkers = new Set();
    this.samples = [];
    this.sentDeliveries = this.deliveredRows.length;
    this.sentQueue = this.queueAt.length;
    return batch;
  }

  /** New rows for a chunk, with all that is known when it leaves. */
  private addRows({ chunk, worker, submitted, dumps, lengths }: SentChunk): RowRange {
    const count = chunk.end - chunk.start;
    const first = this.table.addRows(count);
    const end = first + count;
    const { columns } = this.table;
    const firstTask = chunk.job.firstTask + chunk.start;
    columns.chunk.fill(chunk.id, first, end);
    columns.worker.fill(worker, first, end);
    columns.attempt.fill(chunk.attempt, first, end);
    columns.submitted.fill(submitted, first, end);
    columns.argsBytes.set(lengths, first);
    for (let row = first; row < end; row++) {
      columns.task[row] = firstTask + row - first;
      columns.argsDumpsBegin[row] = dumps[(row - first) * 2] ?? Number.NaN;
      columns.argsDumpsEnd[row] = dumps[(row - first) * 2 + 1] ?? Number.NaN;
      this.setRowOfTask(firstTask + row - first, row);
    }
    this.changedRows.push({ first, end });
    return { first, end };
  }

  private setRowOfTask(task: number, row: number): void {
    while (this.rowOfTask.length <= task) this.rowOfTask.push(0);
    this.rowOfTask.array[task] = row;
  }

  private setWorkerTimes(first: number, end: number, times: Float64Array): void {
    const { columns } = this.table;
    for (let row = first, slot = 0; row < end; row++, slot += STRIDE) {
      for (let moment = 0; moment < STRIDE; moment++) {
        const name = WORKER_MOMENTS[moment];
        if (name !== undefined) columns[name][row] = times[slot + moment] ?? Number.NaN;
      }
    }
  }
}

function sampleColumns(samples: readonly { at: number; worker: number; cpu: number; memoryBytes: number }[]): ProcessSamples {
  return {
    at: Float64Array.from(samples, (sample) => sample.at),
    worker: Uint16Array.from(samples, (sample) => sample.worker),
    cpu: Float32Array.from(samples, (sample) => sample.cpu),
    memoryBytes: Float64Array.from(samples, (sample) => sample.memoryBytes),
  };
}
