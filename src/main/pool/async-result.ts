/** What `mapAsync`, `starmapAsync` and `applyAsync` return: a result to come. Source: CPython's ApplyResult. */
import { within } from './within';

export interface Callbacks<Value> {
  /** Called once with the result, before it is `ready`. */
  readonly callback?: ((value: Value) => void) | undefined;
  /** Called once with the error, if there is one. */
  readonly errorCallback?: ((error: Error) => void) | undefined;
}

export class AsyncResult<Value> {
  private state: 'pending' | 'successful' | 'failed' = 'pending';
  private got = false;

  /** @param delivered called when the caller has got the result for the first time */
  constructor(
    private readonly outcome: Promise<Value>,
    private readonly delivered: () => void,
  ) {
    outcome.then(
      () => {
        this.state = 'successful';
      },
      () => {
        this.state = 'failed';
      },
    );
  }

  /** The result. @throws the task's error; TimeoutError when it takes longer than `timeoutMs` */
  get(timeoutMs?: number): Promise<Value> {
    const value = this.take(timeoutMs);
    // A rejection that nobody waits for is no unhandled one.
    value.catch(() => undefined);
    return value;
  }

  /** Resolves when there is a result or an error, or after `timeoutMs`. */
  async wait(timeoutMs?: number): Promise<void> {
    await within(this.outcome, timeoutMs, 'The result').catch(() => undefined);
  }

  ready(): boolean {
    return this.state !== 'pending';
  }

  /** @throws Error before it is ready, as in Python */
  successful(): boolean {
    if (this.state === 'pending') throw new Error('The result is not ready');
    return this.state === 'successful';
  }

  private async take(timeoutMs: number | undefined): Promise<Value> {
    const value = await within(this.outcome, timeoutMs, 'The result');
    if (!this.got) {
      this.got = true;
      this.delivered();
    }
    return value;
  }
}
