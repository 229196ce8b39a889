/** A generated session as main tells it to the window: started, called, telemetry in batches, ended. */
import { NO_ANNOTATIONS } from '../../src/shared/annotations';
import type { RunEnded, RunStarted } from '../../src/shared/run-events';
import { LIVE } from '../../src/shared/run-source';
import { scenarioSchema } from '../../src/shared/scenario';
import { summarize } from '../../src/shared/summary';
import {
  copyRows,
  MOMENTS,
  makeColumns,
  outcomeCode,
  type TaskColumns,
  type TelemetryBatch,
  type WorkerRecord,
} from '../../src/shared/telemetry';
import { GeneratedSession, type SessionOptions } from './generate';

const RUN_ID = 1;
/** PIDs of the made-up processes begin here. */
const PIDS = 40_000;
const SAMPLE_EVERY_NS = 500e6;

export class SessionEvents {
  readonly started: RunStarted;
  private readonly session: GeneratedSession;
  private readonly scenario;
  private sampledAt = 0;
  private dispatched = 0;
  private announced = false;
  private toldUntil = 0;

  constructor(private readonly options: SessionOptions) {
    this.session = new GeneratedSession(options);
    this.scenario = scenarioSchema.parse({
      version: 1,
      name: 'Generated',
      pool: { processes: options.workers },
      call: { method: 'imap-unordered', chunksize: 1 },
      workload: { name: 'sum-of-squares' },
      input: { generate: { count: 1000 } },
      seed: options.seed,
    });
    this.started = {
      type: 'started',
      runId: RUN_ID,
      scenario: this.scenario,
      title: this.scenario.name,
      tasks: options.tasks,
      chunksize: 1,
      mainPid: PIDS - 1,
      epochMs: Date.UTC(2025, 0, 1),
      source: LIVE,
      beside: false,
      annotations: NO_ANNOTATIONS,
    };
  }

  get calledAt(): number {
    return this.session.calledAt;
  }

  get isOver(): boolean {
    return this.session.isOver;
  }

  /** When the call returned. */
  get endedAt(): number {
    return this.session.clock + 1e5;
  }

  /** The next rows, whole. @param rows at most so many */
  nextBlock(rows: number): TelemetryBatch {
    const { session } = this;
    session.advance(rows);
    const end = Math.min(session.finalUntil, session.first + rows);
    const count = end - session.first;
    const batch = this.batch(copyRows(session.columns, 0, count), session.first, session.clock, null);
    session.drop(end);
    return batch;
  }

  /** What is new or has changed by a moment, as much of it as has happened. */
  until(atNs: number): TelemetryBatch {
    const { session } = this;
    session.advance(this.options.tasks, atNs);
    const columns = copyRows(session.columns, 0, session.length);
    const first = session.first;
    const known = hideFuture(columns, session.length, this.toldUntil, atNs);
    this.toldUntil = atNs;
    const batch = this.batch(known.columns, first, Math.min(atNs, this.endedAt), known.delivered);
    session.drop(first + known.finished);
    return batch;
  }

  ended(): RunEnded {
    const { tasks, workers } = this.options;
    const failed = Math.floor(tasks / 10_007);
    const summary = summarize(
      {
        scenario: this.scenario,
        mainPid: PIDS - 1,
        pids: Array.from({ length: workers }, (_, worker) => PIDS + worker),
        chunksize: 1,
        tasks: { submitted: tasks, completed: tasks - failed, failed, lost: 0, retried: 0 },
        wallNanos: this.endedAt - this.calledAt,
        maxQueueDepth: tasks,
        errors: [],
        dropped: 0,
        finished: true,
      },
      makeColumns(0),
      0,
    );
    return { type: 'ended', runId: RUN_ID, at: this.endedAt, status: 'completed', message: null, summary };
  }

  private batch(columns: TaskColumns, firstRow: number, at: number, delivered: readonly number[] | null) {
    const rows = columns.task.length;
    const order = delivered ?? Array.from({ length: rows }, (_, row) => row);
    const sorted = Uint32Array.from(order).sort((a, b) => (columns.completed[a] ?? 0) - (columns.completed[b] ?? 0));
    const sent = Math.max(0, firstRow + rows - this.dispatched);
    const queueAt = columns.argsDumpsBegin.slice(rows - sent);
    const depth = Uint32Array.from(queueAt, (_, index) => this.options.tasks - this.dispatched - index - 1);
    this.dispatched += sent;
    const batch: TelemetryBatch = {
      type: 'telemetry',
      runId: RUN_ID,
      at,
      rows: rows === 0 ? [] : [{ firstRow, columns }],
      deliveries: {
        rows: sorted.map((row) => row + firstRow),
        at: Float64Array.from(sorted, (row) => columns.completed[row] ?? 0),
      },
      callbacks: { tasks: new Uint32Array(0), at: new Float64Array(0), kinds: new Uint8Array(0) },
      queue: { at: queueAt, depth },
      processes: this.samples(at),
      workers: this.announced ? [] : this.records(),
      dropped: 0,
      observerNs: 0,
    };
    this.announced = true;
    return batch;
  }

  private records(): WorkerRecord[] {
    return this.session.readyAt.map((readyAt, index) => ({
      index,
      slot: index,
      pid: PIDS + index,
      name: `worker ${index}`,
      spawnedAt: index * 5e5,
      readyAt,
      exitingAt: null,
      exit: null,
    }));
  }

  private samples(at: number): TelemetryBatch['processes'] {
    const { workers } = this.options;
    const times: number[] = [];
    for (; this.sampledAt + SAMPLE_EVERY_NS <= at; this.sampledAt += SAMPLE_EVERY_NS) {
      for (let worker = 0; worker < workers; worker++) times.push(this.sampledAt + SAMPLE_EVERY_NS);
    }
    return {
      at: Float64Array.from(times),
      worker: Uint16Array.from(times, (_, index) => index % workers),
      cpu: new Float32Array(times.length).fill(0.97),
      memoryBytes: new Float64Array(times.length).fill(60e6),
    };
  }
}

/** @returns delivered: rows completed since the last time; finished: how many of the first rows will not change any more */
function hideFuture(columns: TaskColumns, rows: number, sinceNs: number, atNs: number) {
  const delivered: number[] = [];
  let finished = 0;
  let shown = 0;
  for (let row = 0; row < rows; row++) {
    if ((columns.argsSent[row] ?? 0) <= atNs) shown = row + 1;
    const completed = columns.completed[row] ?? Number.NaN;
    if (completed <= atNs) {
      if (finished === row) finished = row + 1;
      if (completed > sinceNs) delivered.push(row);
      continue;
    }
    for (const name of MOMENTS) if ((columns[name][row] ?? 0) > atNs) columns[name][row] = Number.NaN;
    columns.outcome[row] = outcomeCode.pending;
    columns.resultBytes[row] = 0;
  }
  return { columns: copyRows(columns, 0, shown), delivered, finished };
}
