/**
 * `map`, `starmap` and `apply`: all results at once, in input order, when every chunk has ended; or then the first error
 * that arrived. Source: CPython's MapResult.
 */
import type { Deferred } from '../deferred';
import type { Call, Job, Settled, TaskResult } from './job';

export class MapJob implements Job {
  readonly full = false;
  private readonly values: unknown[];
  private open: number;
  private firstError: Error | undefined;

  /** @param tasks how many the call's source holds */
  constructor(
    readonly call: Call,
    tasks: number,
    private readonly outcome: Pick<Deferred<unknown[]>, 'resolve' | 'reject'>,
  ) {
    this.values = new Array(tasks);
    this.open = tasks;
    if (tasks === 0) this.finish();
  }

  drawn(): void {}

  settle({ start }: Settled, results: readonly TaskResult[]): void {
    for (const [offset, result] of results.entries()) {
      if (result.ok) this.values[start + offset] = result.value;
      else this.firstError ??= result.error;
    }
    this.open -= results.length;
    if (this.open === 0) this.finish();
  }

  inputEnded(): void {}

  private finish(): void {
    if (this.firstError === undefined) this.outcome.resolve(this.values);
    else this.outcome.reject(this.firstError);
  }
}
