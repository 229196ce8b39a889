/** The latest row of each task: a retried task has several rows, and people mean the last. */
import { grown } from '../../../shared/vector';
import type { Facts } from '../../store/facts';
import { type Growing, perRun } from './per-run';

export class RowOfTask implements Growing {
  /** By task: row + 1; 0: none yet. */
  private rows = new Uint32Array(256);
  private taken = 0;

  update({ data: { table } }: Facts): void {
    for (; this.taken < table.length; this.taken++) {
      const task = table.columns.task[this.taken] ?? 0;
      this.rows = grown(this.rows, task + 1);
      this.rows[task] = this.taken + 1;
    }
  }

  get(task: number): number | undefined {
    const row = this.rows[task] ?? 0;
    return row === 0 ? undefined : row - 1;
  }
}

/** Latest rows of the run in `facts`, up to date. */
export const rowOfTask = perRun(() => new RowOfTask());
