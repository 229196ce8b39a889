/** The task table as it is kept on both sides: columns that grow, filled by row. Rows are never removed. */
import { COLUMN_NAMES, type ColumnName, MOMENTS, makeColumns, type RowsChange, type TaskColumns } from './telemetry';
import { enlarged, grown } from './vector';

export class TaskTable {
  /** Arrays with room for at least `length` rows, which is all that counts of them; replaced when they grow. */
  columns: TaskColumns = makeColumns(256);
  length = 0;

  /** Makes room for `count` more rows. @returns the first of them */
  addRows(count: number): number {
    const first = this.length;
    this.makeRoom(first + count);
    for (const name of MOMENTS) this.columns[name].fill(Number.NaN, first, first + count);
    this.length = first + count;
    return first;
  }

  /** Makes room for exactly so many rows, where they are expected: growing step by step copies them over and over. */
  reserve(rows: number): void {
    if (rows > this.columns.task.length) this.resize((column) => enlarged(column, rows));
  }

  /** Writes rows that are new or have changed. A gap before them is a bug of the sender. */
  apply({ firstRow, columns }: RowsChange): void {
    const end = firstRow + columns.task.length;
    if (firstRow > this.length) throw new RangeError(`rows ${this.length} to ${firstRow - 1} are missing`);
    this.makeRoom(end);
    for (const name of COLUMN_NAMES) this.columns[name].set(columns[name], firstRow);
    this.length = Math.max(this.length, end);
  }

  private makeRoom(rows: number): void {
    if (rows > this.columns.task.length) this.resize((column) => grown(column, rows));
  }

  private resize(change: (column: TaskColumns[ColumnName]) => TaskColumns[ColumnName]): void {
    const resized = COLUMN_NAMES.map((name) => [name, change(this.columns[name])]);
    this.columns = Object.fromEntries(resized) as TaskColumns;
  }
}
