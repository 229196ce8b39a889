/** The task table as it is kept on both sides: columns that grow, filled by row. Rows are never removed. */
import { COLUMN_NAMES, type ColumnName, MOMENTS, makeColumns, type RowsChange, type TaskColumns } from './telemetry';
import { grown } from './vector';

const moments: ReadonlySet<ColumnName> = new Set(MOMENTS);

export class TaskTable {
  /** Arrays with room for at least `length` rows; replaced when they grow. */
  columns: TaskColumns = makeColumns(256);
  length = 0;

  /** Makes room for `count` more rows. @returns the first of them */
  addRows(count: number): number {
    const first = this.length;
    this.reserve(first + count);
    this.length = first + count;
    return first;
  }

  /** Writes rows that are new or have changed. A gap before them is a bug of the sender. */
  apply({ firstRow, columns }: RowsChange): void {
    const end = firstRow + columns.task.length;
    if (firstRow > this.length) throw new RangeError(`rows ${this.length} to ${firstRow - 1} are missing`);
    this.reserve(end);
    for (const name of COLUMN_NAMES) this.columns[name].set(columns[name], firstRow);
    this.length = Math.max(this.length, end);
  }

  private reserve(rows: number): void {
    if (rows <= this.columns.task.length) return;
    this.columns = Object.fromEntries(
      COLUMN_NAMES.map((name) => [name, grown(this.columns[name], rows, moments.has(name) ? Number.NaN : 0)]),
    ) as unknown as TaskColumns;
  }
}
