/** Tasks whose result has come back to the caller, delivered or not, as they become known. */
import { outcomeCode } from '../../../../shared/telemetry';
import { runIndexOf } from '../../../derive/run-index';
import type { Facts } from '../../../store/facts';

export class ComputedTasks {
  private taken = 0;

  /** Tasks completed since the last call, in the order in which their results were read. */
  takeNew(facts: Facts): number[] {
    const { loadedRows } = runIndexOf(facts).caller;
    const { outcome, task } = facts.data.table.columns;
    const found: number[] = [];
    for (; this.taken < loadedRows.length; this.taken++) {
      const row = loadedRows.array[this.taken] ?? 0;
      if (outcome[row] === outcomeCode.completed) found.push(task[row] ?? 0);
    }
    return found;
  }
}
