/**
 * Makes one batch of many small ones, as a file may hold them. The order of everything that is no telemetry stays.
 */
import type { OutputEntry, RunEvent, RunOutput } from '../../shared/run-events';
import { MOMENTS, type RowsChange, type TaskColumns, type TelemetryBatch } from '../../shared/telemetry';
import { MOST_ROWS } from './cut-batch';
import { joinArrays } from './join-arrays';

/** Other records of a batch: queue depths, deliveries, samples. */
const MOST_RECORDS = 65_536;
const MOST_TEXT = 256 * 1024;
/** The first picture does not wait for a batch to fill. */
const MOST_WAIT_MS = 100;

export class BatchMerger {
  private batches: TelemetryBatch[] = [];
  private entries: OutputEntry[] = [];
  private rows = 0;
  private records = 0;
  private textLength = 0;
  private since = 0;
  /** The latest time that any record has told: files may tell how late it is only after what happened. */
  private reached = 0;

  constructor(private readonly nowMs: () => number = () => performance.now()) {}

  /** @returns what is ready to be shown */
  *add(event: RunEvent): Generator<RunEvent> {
    if (event.type === 'telemetry') {
      this.keep(event);
      if (this.isFull) yield* this.flush();
      return;
    }
    if (event.type === 'output') {
      this.begin();
      this.entries.push(...event.entries);
      for (const { text } of event.entries) this.textLength += text.length;
      if (this.isFull) yield* this.flush();
      return;
    }
    yield* this.flush();
    if ('at' in event) this.reached = Math.max(this.reached, event.at);
    yield event;
  }

  /** Everything that waits. */
  *flush(): Generator<RunEvent> {
    const { batches, entries } = this;
    this.batches = [];
    this.entries = [];
    this.rows = 0;
    this.records = 0;
    this.textLength = 0;
    if (batches.length > 0) yield this.joined(batches);
    // After the telemetry: it tells whose output this is.
    if (entries.length > 0) yield { type: 'output', runId: 0, entries } satisfies RunOutput;
  }

  private get isFull(): boolean {
    if (this.rows >= MOST_ROWS || this.records >= MOST_RECORDS || this.textLength >= MOST_TEXT) return true;
    return this.nowMs() - this.since >= MOST_WAIT_MS;
  }

  private begin(): void {
    if (this.batches.length === 0 && this.entries.length === 0) this.since = this.nowMs();
  }

  private keep(batch: TelemetryBatch): void {
    this.begin();
    this.batches.push(batch);
    for (const { columns } of batch.rows) this.rows += columns.task.length;
    this.records += batch.deliveries.at.length + batch.queue.at.length + batch.processes.at.length;
  }

  private joined(batches: readonly TelemetryBatch[]): TelemetryBatch {
    const last = batches.at(-1);
    const batch = {
      type: 'telemetry',
      runId: 0,
      rows: joinRows(batches.flatMap(({ rows }) => rows)),
      deliveries: joinArrays(batches.map(({ deliveries }) => deliveries)),
      callbacks: joinArrays(batches.map(({ callbacks }) => callbacks)),
      queue: joinArrays(batches.map(({ queue }) => queue)),
      processes: joinArrays(batches.map(({ processes }) => processes)),
      workers: batches.flatMap(({ workers }) => workers),
      dropped: last?.dropped ?? 0,
      observerNs: last?.observerNs ?? 0,
    } as const;
    this.reached = Math.max(this.reached, latest(batch), ...batches.map(({ at }) => at));
    return { ...batch, at: this.reached };
  }
}

/** Changes that follow each other as one: each costs the window the same, however few rows it has. */
function joinRows(changes: readonly RowsChange[]): readonly RowsChange[] {
  const joined: RowsChange[] = [];
  for (let first = 0, end = 0; first < changes.length; first = end) {
    const change = changes[first];
    if (change === undefined) break;
    const parts: TaskColumns[] = [change.columns];
    let next = change.firstRow + change.columns.task.length;
    for (end = first + 1; changes[end]?.firstRow === next; end++) {
      const { columns } = changes[end] ?? change;
      parts.push(columns);
      next += columns.task.length;
    }
    joined.push({ firstRow: change.firstRow, columns: joinArrays(parts) });
  }
  return joined;
}

function latest({ rows, queue, deliveries, callbacks, processes }: Omit<TelemetryBatch, 'at'>): number {
  const lasts = [queue.at, deliveries.at, callbacks.at, processes.at].map((at) => at.at(-1) ?? 0);
  let found = Math.max(0, ...lasts);
  for (const { columns } of rows) {
    for (const moment of MOMENTS) {
      const column = columns[moment];
      // NaN is not greater. No iterator: it would cost more than all the rest.
      for (let row = 0; row < column.length; row++) if ((column[row] ?? 0) > found) found = column[row] ?? 0;
    }
  }
  return found;
}
