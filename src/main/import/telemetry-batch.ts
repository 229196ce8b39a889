/** Rows of a table that was put together from a file, as batches of telemetry. */
import type { TaskTable } from '../../shared/task-table';
import { copyRows, emptyBatch, type TelemetryBatch } from '../../shared/telemetry';

/** Rows that cross at once. */
const MOST_ROWS = 16_384;

/** @param at the last moment that any record tells @param rest goes with the last rows */
export function* batchesOf(table: TaskTable, at: number, rest: Partial<TelemetryBatch>): Generator<TelemetryBatch> {
  // Who works comes before the work.
  yield { ...emptyBatch(at), workers: rest.workers ?? [] };
  for (let from = 0; from < table.length; from += MOST_ROWS) {
    const columns = copyRows(table.columns, from, Math.min(table.length, from + MOST_ROWS));
    yield { ...emptyBatch(at), rows: [{ firstRow: from, columns }] };
  }
  yield { ...emptyBatch(at), ...rest, workers: [] };
}
