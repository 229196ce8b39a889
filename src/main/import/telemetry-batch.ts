/** Rows of a table that was put together from a file, as batches of telemetry. */
import type { TaskTable } from '../../shared/task-table';
import { copyRows, type TelemetryBatch } from '../../shared/telemetry';

/** Rows that cross at once. */
const MOST_ROWS = 16_384;

/** @param at the last moment that any record tells @param rest goes with the last rows */
export function* batchesOf(table: TaskTable, at: number, rest: Partial<TelemetryBatch>): Generator<TelemetryBatch> {
  // Who works comes before the work.
  yield { ...nothing(at), workers: rest.workers ?? [] };
  for (let from = 0; from < table.length; from += MOST_ROWS) {
    const columns = copyRows(table.columns, from, Math.min(table.length, from + MOST_ROWS));
    yield { ...nothing(at), rows: [{ firstRow: from, columns }] };
  }
  yield { ...nothing(at), ...rest, workers: [] };
}

const nothing = (at: number): TelemetryBatch => ({
  type: 'telemetry',
  runId: 0,
  at,
  rows: [],
  deliveries: { rows: new Uint32Array(0), at: new Float64Array(0) },
  callbacks: { tasks: new Uint32Array(0), at: new Float64Array(0), kinds: new Uint8Array(0) },
  queue: { at: new Float64Array(0), depth: new Uint32Array(0) },
  processes: {
    at: new Float64Array(0),
    worker: new Uint16Array(0),
    cpu: new Float32Array(0),
    memoryBytes: new Float64Array(0),
  },
  workers: [],
  dropped: 0,
  observerNs: 0,
});
