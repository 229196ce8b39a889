/** Makes several batches of a huge one, as a file may hold it: a picture need not wait for all of it. */
import type { RunEvent } from '../../shared/run-events';
import { copyRows, emptyBatch } from '../../shared/telemetry';

/** 2 MB: fills a picture, and is taken between two frames. */
export const MOST_ROWS = 16_384;

/** The event itself; a batch with more rows than that as several, and everything else in it goes with the last of them. */
export function* cutBatch(batch: RunEvent): Generator<RunEvent> {
  if (batch.type !== 'telemetry') {
    yield batch;
    return;
  }
  const few = batch.rows.every(({ columns }) => columns.task.length <= MOST_ROWS);
  if (few) {
    yield batch;
    return;
  }
  const { at, dropped, observerNs } = batch;
  for (const { firstRow, columns } of batch.rows) {
    for (let from = 0; from < columns.task.length; from += MOST_ROWS) {
      const to = Math.min(columns.task.length, from + MOST_ROWS);
      const rows = [{ firstRow: firstRow + from, columns: copyRows(columns, from, to) }];
      yield { ...emptyBatch(at), dropped, observerNs, rows };
    }
  }
  yield { ...batch, rows: [] };
}
