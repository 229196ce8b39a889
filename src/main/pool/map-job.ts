/**
 * `map` and `starmap`: all results at once, in input order, when every chunk has ended; or then the first error that
 * arrived. Source: CPython's MapResult.
 */
import { deferred } from '../deferred';
import type { Call, Deliver, Job, TaskResult } from './job';

export class MapJob implements Job {
  private readonly outcome = deferred<unknown[]>();
  private readonly values: unknown[];
  private open: number;
  private firstError: Error | undefined;

  constructor(
    readonly call: Call,
    private readonly deliver: Deliver,
  ) {
    this.values = new Array(call.args.length);
    this.open = call.args.length;
    if (this.open === 0) this.finish();
  }

  get promise(): Promise<unknown[]> {
    return this.outcome.promise;
  }

  settle(start: number, results: readonly TaskResult[]): void {
    for (const [offset, result] of results.entries()) {
      if (result.ok) this.values[start + offset] = result.value;
      else this.firstError ??= result.error;
    }
    this.open -= results.length;
    if (this.open === 0) this.finish();
  }

  private finish(): void {
    if (this.firstError !== undefined) {
      this.outcome.reject(this.firstError);
      return;
    }
    this.deliver(0, this.values.length);
    this.outcome.resolve(this.values);
  }
}
