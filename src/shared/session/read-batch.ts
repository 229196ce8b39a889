/** A record batch of a session file as the event that it was written from. Nothing in it is believed unchecked. */
import type { RecordBatch } from 'apache-arrow';
import type { RunEvent } from '../run-events';
import {
  COLUMN_NAMES,
  COLUMNS,
  type ColumnName,
  copyRows,
  emptyBatch,
  type RowsChange,
  type TaskColumns,
  type TelemetryBatch,
} from '../telemetry';
import { areInOrder, eventSchema } from './event-schema';
import { fromRelative } from './relative-moments';
import { type Kind, type SessionColumn, WORDS } from './session-schema';

/** A record that cannot be what it says. */
export class DamagedRecord extends Error {}

type Numbers = Float64Array | Float32Array | Uint32Array | Uint16Array | Uint8Array;
interface NumbersType<A extends Numbers> {
  new (length: number): A;
  readonly BYTES_PER_ELEMENT: number;
}

export class BatchReader {
  /** Rows known so far: a later record may change them, or add to them without a gap. */
  private rows = 0;
  private workers = 0;
  private facts = { at: 0, dropped: 0, observerNs: 0 };

  /** @throws DamagedRecord */
  read(batch: RecordBatch): RunEvent[] {
    const kind = kindOf(batch);
    switch (kind) {
      case 'task':
        return [this.telemetry({ rows: this.changes(batch) })];
      case 'delivery':
        return [
          this.telemetry({
            deliveries: {
              rows: below(column(batch, 'row', Uint32Array), this.rows, 'row'),
              at: column(batch, 'at', Float64Array),
            },
          }),
        ];
      case 'callback':
        return [
          this.telemetry({
            callbacks: {
              tasks: column(batch, 'task', Uint32Array),
              at: column(batch, 'at', Float64Array),
              kinds: codes(batch, 'callback'),
            },
          }),
        ];
      case 'queue':
        return [
          this.telemetry({
            queue: { at: column(batch, 'at', Float64Array), depth: column(batch, 'depth', Uint32Array) },
          }),
        ];
      case 'process':
        return [
          this.telemetry({
            processes: {
              at: column(batch, 'at', Float64Array),
              worker: below(column(batch, 'worker', Uint16Array), this.workers, 'worker'),
              cpu: column(batch, 'cpu', Float32Array),
              memoryBytes: column(batch, 'memoryBytes', Float64Array),
            },
          }),
        ];
      case 'event':
        return texts(batch).map((text) => this.event(text));
      default:
        throw new DamagedRecord('a record of no known kind');
    }
  }

  private telemetry(part: Partial<TelemetryBatch>): TelemetryBatch {
    return { ...emptyBatch(), ...this.facts, ...part };
  }

  private event(text: unknown): RunEvent {
    const parsed = eventSchema.safeParse(jsonOf(text));
    if (!parsed.success) throw new DamagedRecord('an event that is none');
    const event = parsed.data;
    if (event.type === 'workers') {
      if (!areInOrder(event.workers, this.workers)) throw new DamagedRecord('a worker without those before it');
      for (const { index } of event.workers) this.workers = Math.max(this.workers, index + 1);
      return this.telemetry({ workers: event.workers });
    }
    if (event.type === 'observer') {
      const { at, dropped, observerNs } = event;
      this.facts = { at, dropped, observerNs };
      return this.telemetry({});
    }
    return event;
  }

  /** Rows that follow each other become one change. */
  private changes(batch: RecordBatch): RowsChange[] {
    const row = column(batch, 'row', Uint32Array);
    const columns = Object.fromEntries(
      COLUMN_NAMES.map((name) => [name, name === 'outcome' ? codes(batch, name) : columnOf(batch, name)]),
    ) as unknown as TaskColumns;
    // A copy: the columns of a batch may be views of one buffer.
    const own = copyRows(columns, 0, row.length);
    fromRelative(own, row.length);
    const changes: RowsChange[] = [];
    for (let first = 0, end = 0; first < row.length; first = end) {
      for (end = first + 1; end < row.length && row[end] === (row[end - 1] ?? 0) + 1; ) end++;
      const firstRow = row[first] ?? 0;
      if (firstRow > this.rows) throw new DamagedRecord(`row ${firstRow} without those before it`);
      this.rows = Math.max(this.rows, firstRow + end - first);
      changes.push({ firstRow, columns: copyRows(own, first, end) });
    }
    return changes;
  }
}

/** A damaged length may be any number: none is believed that the buffers do not bear out. */
function kindOf(batch: RecordBatch): Kind | null {
  const vector = batch.getChild('kind');
  const values: unknown = vector?.data[0]?.values;
  if (!(values instanceof Uint8Array) || values.length < batch.numRows)
    throw new DamagedRecord('a length that is none');
  return vector?.get(0) as Kind | null;
}

function texts(batch: RecordBatch): unknown[] {
  const vector = batch.getChild('event');
  const offsets: unknown = vector?.data[0]?.valueOffsets;
  if (!(offsets instanceof Int32Array) || offsets.length <= batch.numRows)
    throw new DamagedRecord('a length that is none');
  return Array.from({ length: batch.numRows }, (_, index) => vector?.get(index));
}

function columnOf(batch: RecordBatch, name: ColumnName): Numbers {
  return column(batch, name, COLUMNS[name] as NumbersType<Numbers>);
}

function column<A extends Numbers>(batch: RecordBatch, name: SessionColumn, type: NumbersType<A>): A {
  const vector = batch.getChild(name);
  if (vector === null || vector.nullCount > 0) throw new DamagedRecord(`column ${name} is missing`);
  const values: unknown = vector.toArray();
  if (!(values instanceof type)) throw new DamagedRecord(`column ${name} is of another type`);
  if (values.length !== batch.numRows) throw new DamagedRecord(`column ${name} is of another length`);
  return values;
}

/** Words as the codes that they have here. */
function codes(batch: RecordBatch, name: keyof typeof WORDS): Uint8Array {
  const words: readonly string[] = WORDS[name];
  const vector = batch.getChild(name);
  return Uint8Array.from({ length: batch.numRows }, (_, index) => {
    const code = words.indexOf(String(vector?.get(index)));
    if (code < 0) throw new DamagedRecord(`column ${name} holds a word that is not known`);
    return code;
  });
}

function below<A extends Numbers>(values: A, limit: number, what: string): A {
  for (const value of values)
    if (value >= limit) throw new DamagedRecord(`${what} ${value}, which nobody has heard of`);
  return values;
}

function jsonOf(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}
