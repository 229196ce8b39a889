/**
 * Gives out, once each, the rows of a scope that a worker has worked on and whose outcome is known: those whose work
 * overlaps the scope's stretch. Costs what is new since the last time; of a stretch, only what lies in it is looked at.
 */
import { outcomeCode, type TaskColumns } from '../../../shared/telemetry';
import type { LaneIndex } from '../lane-index';
import type { RunIndex } from '../run-index';
import { lanesIn, type Scope } from './scope';

export class RowFeed {
  /** By worker: position in its lane's rows. */
  private readonly next = new Map<number, number>();

  constructor(private readonly scope: Scope) {}

  /**
   * @param most rows to give out now, so that a long history is taken in steps
   * @returns whether all that is known has been given out
   */
  take(index: RunIndex, columns: TaskColumns, most: number, visit: (row: number) => void): boolean {
    let left = most;
    for (const lane of lanesIn(index, this.scope)) {
      let position = this.next.get(lane.worker) ?? this.first(lane);
      for (; this.has(lane, columns, position); position++) {
        if (left-- <= 0) {
          this.next.set(lane.worker, position);
          return false;
        }
        visit(lane.rows.array[position] ?? 0);
      }
      this.next.set(lane.worker, position);
    }
    return true;
  }

  private first(lane: LaneIndex): number {
    return this.scope === null ? 0 : lane.work.firstEndingAfter(this.scope.startNs);
  }

  private has(lane: LaneIndex, columns: TaskColumns, position: number): boolean {
    if (position >= lane.rows.length) return false;
    const row = lane.rows.array[position] ?? 0;
    if (columns.outcome[row] === outcomeCode.pending) return false;
    return this.scope === null || lane.beginOf(row) < this.scope.endNs;
  }
}
