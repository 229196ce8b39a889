/**
 * Walks the rows of one worker in the order in which they were dispatched, as they become known. Rows of a chunk stand
 * next to each other in the table, so that a worker's rows need no list of their own: the first of each chunk is enough.
 */
import type { TaskTable } from '../../shared/task-table';
import type { Vector } from '../../shared/vector';

export const NO_ROW = -1;

export class RowCursor {
  /** Position of the current chunk in `firsts`. */
  private chunk = -1;
  private last = NO_ROW;

  /** @param firsts first row of each chunk, in order of dispatch */
  constructor(
    private readonly table: TaskTable,
    private readonly firsts: Vector<Uint32Array>,
  ) {}

  /** The row after those taken, or NO_ROW when it is not known yet. */
  peek(): number {
    const { columns, length } = this.table;
    const next = this.last + 1;
    if (this.chunk >= 0 && next < length && columns.chunk[next] === columns.chunk[this.last]) return next;
    return this.chunk + 1 < this.firsts.length ? (this.firsts.array[this.chunk + 1] ?? NO_ROW) : NO_ROW;
  }

  /** Takes the row that `peek` gave. */
  take(row: number): void {
    if (row !== this.last + 1 || row === this.firsts.array[this.chunk + 1]) this.chunk++;
    this.last = row;
  }
}
