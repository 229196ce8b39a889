/**
 * Rows in the order in which the caller meets their results: deliveries, and errors where they are raised. Telemetry
 * delivers values only; an error is put where its method raises it. `map` raises once, for the whole call: there errors
 * have no place among the results.
 */
import type { Scenario } from '../../../../shared/scenario';
import type { Facts } from '../../../store/facts';
import { failuresOf } from '../errors/failures';
import { type Growing, perRun } from '../per-run';
import { RowList } from '../row-list';

export class ResultOrder implements Growing {
  readonly rows = new RowList();
  private delivered = 0;
  private failed = 0;
  /** Failed rows that have not had their turn, the next one last. */
  private waiting: number[] = [];

  update(facts: Facts): void {
    const { data, started, ended } = facts;
    if (started === null) return;
    const order = orderOf(started.scenario);
    const key = order === 'input' ? data.table.columns.task : data.table.columns.completed;
    if (order !== 'at once') this.takeFailures(facts, key);
    for (; this.delivered < data.deliveredRows.length; this.delivered++) {
      const row = data.deliveredRows.array[this.delivered] ?? 0;
      this.raiseBefore(key[row] ?? 0, key);
      this.rows.push(row);
    }
    // In input order a result's position is its index: an error whose turn has come is raised without waiting on.
    while (order === 'input' && this.waiting.length > 0 && this.rows.length >= (key[this.waiting.at(-1) ?? 0] ?? 0)) {
      this.raiseNext();
    }
    if (order === 'completion' || ended !== null) while (this.waiting.length > 0) this.raiseNext();
  }

  private takeFailures(facts: Facts, key: ArrayLike<number>): void {
    const { rows } = failuresOf(facts);
    if (rows.length === this.failed) return;
    for (; this.failed < rows.length; this.failed++) this.waiting.push(rows.at(this.failed));
    // A failure without a time of completion was never sent: it is raised first.
    this.waiting.sort((a, b) => (key[b] || 0) - (key[a] || 0));
  }

  private raiseBefore(limit: number, key: ArrayLike<number>): void {
    for (let next = this.waiting.at(-1); next !== undefined; next = this.waiting.at(-1)) {
      if ((key[next] || 0) >= limit) return;
      this.raiseNext();
    }
  }

  private raiseNext(): void {
    const row = this.waiting.pop();
    if (row !== undefined) this.rows.push(row);
  }
}

/** When a scenario's caller meets its results. A file that does not tell shows each where it was delivered. */
export function orderOf(scenario: Scenario | null): 'at once' | 'input' | 'completion' {
  if (scenario === null) return 'completion';
  const { call, engine } = scenario;
  if (engine === 'serial') return 'completion';
  // All together, as gather gives them.
  if (engine === 'async') return 'at once';
  if (call.method === 'map' || call.method === 'starmap') return 'at once';
  return call.method === 'imap' ? 'input' : 'completion';
}

/** The results of the run in `facts` in order, up to date. */
export const resultOrderOf = perRun(() => new ResultOrder());
