/** Turns the events of a run into the bytes of a session file. Gathers what comes; each `flush` writes it as few batches. */
import type { Schema } from 'apache-arrow';
import type { RunEvent } from '../../shared/run-events';
import { CompressedStreamWriter } from '../../shared/session/compression';
import { type KindColumns, recordBatch } from '../../shared/session/record-batch';
import { toRelative } from '../../shared/session/relative-moments';
import type { SessionHeader } from '../../shared/session/session-header';
import { type Kind, sessionSchema } from '../../shared/session/session-schema';
import { COLUMN_NAMES, makeColumns, type RowsChange, type TelemetryBatch } from '../../shared/telemetry';

/** Everything but telemetry's columns is rare, and is written as it is. */
export type SessionEvent =
  | Exclude<RunEvent, { type: 'started' | 'telemetry' | 'slices' }>
  | WorkersEvent
  | ObserverEvent;

/** Workers that are new or have changed, whole. */
export interface WorkersEvent extends Pick<TelemetryBatch, 'workers'> {
  readonly type: 'workers';
}

/** What recording has cost main, and what could not be recorded, so far. */
export interface ObserverEvent extends Pick<TelemetryBatch, 'at' | 'dropped' | 'observerNs'> {
  readonly type: 'observer';
}

export class SessionEncoder {
  private readonly writer = new CompressedStreamWriter();
  private readonly schema: Schema;
  private batches: TelemetryBatch[] = [];
  private events: SessionEvent[] = [];

  constructor(header: SessionHeader) {
    this.schema = sessionSchema(JSON.stringify(header));
    this.writer.reset(undefined, this.schema);
  }

  /** `started` is in the header already; slices are of other tools, and no part of a session. */
  add(event: RunEvent): void {
    if (event.type === 'started' || event.type === 'slices') return;
    if (event.type !== 'telemetry') {
      this.events.push(event);
      return;
    }
    const { workers, at, dropped, observerNs } = event;
    this.batches.push(event);
    if (workers.length > 0) this.events.push({ type: 'workers', workers });
    this.events.push({ type: 'observer', at, dropped, observerNs });
  }

  /** What has been added since the last time, as bytes to be appended to the file. */
  flush(): Uint8Array {
    const { batches, events } = this;
    this.batches = [];
    this.events = [];
    // First of all: other records name workers by their index.
    this.writeEvents(events.filter(({ type }) => type === 'workers'));
    this.write('task', taskColumns(batches.flatMap(({ rows }) => rows)));
    this.write('delivery', {
      row: joined(Uint32Array, batches, ({ deliveries }) => deliveries.rows),
      at: joined(Float64Array, batches, ({ deliveries }) => deliveries.at),
    });
    this.write('callback', {
      task: joined(Uint32Array, batches, ({ callbacks }) => callbacks.tasks),
      at: joined(Float64Array, batches, ({ callbacks }) => callbacks.at),
      callback: joined(Uint8Array, batches, ({ callbacks }) => callbacks.kinds),
    });
    this.write('queue', {
      at: joined(Float64Array, batches, ({ queue }) => queue.at),
      depth: joined(Uint32Array, batches, ({ queue }) => queue.depth),
    });
    this.write('process', {
      at: joined(Float64Array, batches, ({ processes }) => processes.at),
      worker: joined(Uint16Array, batches, ({ processes }) => processes.worker),
      cpu: joined(Float32Array, batches, ({ processes }) => processes.cpu),
      memoryBytes: joined(Float64Array, batches, ({ processes }) => processes.memoryBytes),
    });
    // Only the latest matters, and it may come thirty times a second.
    const lastObserver = events.findLastIndex(({ type }) => type === 'observer');
    this.writeEvents(
      events.filter(({ type }, index) => type !== 'workers' && (type !== 'observer' || index === lastObserver)),
    );
    return this.writer.take();
  }

  /** The end of the stream. A file that lacks it is as readable up to there. */
  finish(): Uint8Array {
    const rest = this.flush();
    this.writer.finish();
    return Buffer.concat([rest, this.writer.take()]);
  }

  private writeEvents(events: readonly SessionEvent[]): void {
    this.write('event', { event: events.map((event) => JSON.stringify(event)) });
  }

  private write(kind: Kind, columns: KindColumns): void {
    const [first] = Object.values(columns);
    const length = first?.length ?? 0;
    if (length > 0) this.writer.write(recordBatch(this.schema, kind, length, columns));
  }
}

/** Rows with their numbers: of one that stands twice the later counts. */
function taskColumns(changes: readonly RowsChange[]): KindColumns {
  const length = changes.reduce((sum, { columns }) => sum + columns.task.length, 0);
  const row = new Uint32Array(length);
  const columns = makeColumns(length);
  let offset = 0;
  for (const change of changes) {
    const rows = change.columns.task.length;
    for (let index = 0; index < rows; index++) row[offset + index] = change.firstRow + index;
    for (const name of COLUMN_NAMES) columns[name].set(change.columns[name], offset);
    offset += rows;
  }
  toRelative(columns, length);
  return { row, ...columns };
}

type Numbers = Float64Array | Float32Array | Uint32Array | Uint16Array | Uint8Array;

function joined<A extends Numbers>(
  type: new (length: number) => A,
  batches: readonly TelemetryBatch[],
  column: (batch: TelemetryBatch) => A,
): A {
  const parts = batches.map(column);
  const all = new type(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}
