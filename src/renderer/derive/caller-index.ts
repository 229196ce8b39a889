/**
 * What the caller did: pickling arguments, in the order of rows, and reading results, in the order in which they came
 * back. Both are sequential, because the caller is one thread.
 */
import type { TaskTable } from '../../shared/task-table';
import { outcomeCode } from '../../shared/telemetry';
import { Vector } from '../../shared/vector';
import { type List, mergeSorted } from './merge-sorted';
import { SpanSeries } from './span-series';

export class CallerIndex {
  /** Rows whose argument the caller has dumped: the spans of `dumps`. */
  readonly dumpedRows = new Vector(Uint32Array);
  readonly dumps: SpanSeries;
  /** Rows whose result the caller has loaded: the spans of `loads`. */
  readonly loadedRows = new Vector(Uint32Array);
  readonly loads: SpanSeries;
  /** Rows that failed before they were sent: an argument that could not be pickled. */
  readonly troubles = new Vector(Uint32Array);

  constructor(private readonly table: TaskTable) {
    this.dumps = new SpanSeries(1, false, (span, into) => {
      const { argsDumpsBegin, argsDumpsEnd } = table.columns;
      const row = this.dumpedRows.array[span] ?? 0;
      into[0] = argsDumpsBegin[row] ?? 0;
      // A dumps that raised has no end.
      into[1] = Math.max(into[0], argsDumpsEnd[row] || 0);
    });
    this.loads = new SpanSeries(1, false, (span, into) => {
      const { resultLoadsBegin, completed } = table.columns;
      const row = this.loadedRows.array[span] ?? 0;
      into[0] = resultLoadsBegin[row] ?? 0;
      into[1] = Math.max(into[0], completed[row] || 0);
    });
  }

  addRow(row: number): void {
    const { argsDumpsBegin, argsSent, outcome } = this.table.columns;
    if (Number.isNaN(argsDumpsBegin[row] ?? Number.NaN)) return;
    // Every task is pickled, and every result read, but for a plain loop: there neither is.
    if (this.dumpedRows.length === 0) this.expect(this.table.columns.task.length);
    this.dumpedRows.push(row);
    this.dumps.append();
    const unsent = Number.isNaN(argsSent[row] ?? Number.NaN);
    if (unsent && outcome[row] === outcomeCode.failed) this.troubles.push(row);
  }

  private expect(rows: number): void {
    this.dumpedRows.reserve(rows);
    this.loadedRows.reserve(rows);
  }

  /** @param byWorker rows whose results came back since the last call, in order for each worker */
  addLoaded(byWorker: readonly List[]): void {
    for (const row of mergeSorted(byWorker, this.table.columns.resultLoadsBegin)) {
      this.loadedRows.push(row);
      this.loads.append();
    }
  }

  /** When a row of `troubles` failed. */
  troubleAt(row: number): number {
    const { argsDumpsBegin, argsDumpsEnd } = this.table.columns;
    return Math.max(argsDumpsBegin[row] || 0, argsDumpsEnd[row] || 0);
  }
}
