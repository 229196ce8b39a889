/**
 * The rows whose task has failed for good, in the order in which that became known, kept up as rows come in. A task that
 * was lost with its worker and will be retried is no failure; it is counted apart.
 */
import { LOST_RETRIES } from '../../../../shared/scenario';
import { outcomeCode } from '../../../../shared/telemetry';
import { runIndexOf } from '../../../derive/run-index';
import type { Facts } from '../../../store/facts';
import { type Growing, perRun } from '../per-run';
import { RowList } from '../row-list';

export class Failures implements Growing {
  readonly rows = new RowList();
  /** Runs of tasks that were lost with their worker and given to another one. */
  retried = 0;
  /** Troubles taken from each lane so far, by worker; the caller's come last. */
  private readonly taken: number[] = [];
  private takenFromCaller = 0;

  update(facts: Facts): void {
    const index = runIndexOf(facts);
    const { columns } = facts.data.table;
    const retries = facts.started?.scenario?.pool.onWorkerLost === 'retry' ? LOST_RETRIES : 0;
    const found: { row: number; at: number }[] = [];
    for (const [worker, lane] of index.lanes.entries()) {
      if (lane === undefined) continue;
      for (let next = this.taken[worker] ?? 0; next < lane.troubles.length; next++) {
        const row = lane.troubles.array[next] ?? 0;
        const again = columns.outcome[row] === outcomeCode.lost && (columns.attempt[row] ?? 1) <= retries;
        if (again) this.retried++;
        else found.push({ row, at: lane.troubleAt(row) });
      }
      this.taken[worker] = lane.troubles.length;
    }
    const { caller } = index;
    for (; this.takenFromCaller < caller.troubles.length; this.takenFromCaller++) {
      const row = caller.troubles.array[this.takenFromCaller] ?? 0;
      found.push({ row, at: caller.troubleAt(row) });
    }
    for (const { row } of found.sort((a, b) => a.at - b.at)) this.rows.push(row);
  }
}

/** The failures of the run in `facts`, up to date. */
export const failuresOf = perRun(() => new Failures());
