/** Sums over all rows of a run, kept up as rows come in: what figures of progress and pickling are made of. */
import { outcomeCode, type TaskColumns } from '../../shared/telemetry';

/** Times in ns, over every phase that came to its end, and bytes over all rows: as the summary adds them up. */
export class RunTotals {
  completed = 0;
  failed = 0;
  lost = 0;
  cancelled = 0;
  argsBytes = 0;
  resultBytes = 0;
  runNs = 0;
  dumpsNs = 0;
  loadsNs = 0;

  addNew(columns: TaskColumns, row: number): void {
    this.argsBytes += columns.argsBytes[row] ?? 0;
  }

  addSettled(columns: TaskColumns, row: number): void {
    const outcome = columns.outcome[row];
    this.resultBytes += columns.resultBytes[row] ?? 0;
    if (outcome === outcomeCode.failed) this.failed++;
    else if (outcome === outcomeCode.lost) this.lost++;
    else if (outcome === outcomeCode.cancelled) this.cancelled++;
    else this.completed++;
    this.runNs += length(columns.runBegin, columns.runEnd, row);
    this.dumpsNs +=
      length(columns.argsDumpsBegin, columns.argsDumpsEnd, row) + length(columns.runEnd, columns.resultDumpsEnd, row);
    this.loadsNs +=
      length(columns.argsLoadsBegin, columns.runBegin, row) + length(columns.resultLoadsBegin, columns.completed, row);
  }
}

/** 0 where a moment has not happened: the plain loop pickles nothing. */
function length(from: Float64Array, to: Float64Array, row: number): number {
  return (to[row] ?? 0) - (from[row] ?? 0) || 0;
}
