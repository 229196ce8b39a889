/** Stretches of rows that are under way: what is known of them may change. There are as many as the pool has in its pipes. */
import { outcomeCode, type TaskColumns } from '../../../shared/telemetry';

export class UnsettledRows {
  private ranges: [from: number, to: number][] = [];

  /** Notes those among a block of rows that are under way. */
  note({ outcome }: TaskColumns, first: number, length: number): void {
    for (let row = first; row < first + length; row++) {
      if (outcome[row] !== outcomeCode.pending) continue;
      const last = this.ranges.at(-1);
      if (last !== undefined && last[1] === row) last[1] = row + 1;
      else this.ranges.push([row, row + 1]);
    }
  }

  /** Gives them all away: those that are still under way are noted again. */
  take(): readonly (readonly [from: number, to: number])[] {
    const taken = this.ranges;
    this.ranges = [];
    return taken;
  }
}
