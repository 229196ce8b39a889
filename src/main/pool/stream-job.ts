/**
 * `imap`, `imap_unordered` and `apply_async`: results one by one, each as soon as its turn has come. Ordered: an error
 * stands at its own position and the stream goes on after it. Source: CPython's IMapIterator.
 */
import type { Call, Deliver, Job, TaskResult } from './job';

/** One result with the position of its task in the call's input. */
export interface StreamItem {
  readonly position: number;
  readonly result: TaskResult;
}

export class StreamJob implements Job, AsyncIterableIterator<StreamItem> {
  /** Results whose turn has come, oldest first, from `taken` on. */
  private ready: StreamItem[] = [];
  private taken = 0;
  /** Ordered only: results that wait for an earlier one. */
  private readonly early = new Map<number, TaskResult>();
  private nextInOrder = 0;
  private delivered = 0;
  private waiting: ((item: IteratorResult<StreamItem>) => void)[] = [];

  constructor(
    readonly call: Call,
    private readonly order: 'input' | 'completion',
    private readonly deliver: Deliver,
  ) {}

  settle(start: number, results: readonly TaskResult[]): void {
    for (const [offset, result] of results.entries()) {
      const position = start + offset;
      if (this.order === 'completion') this.ready.push({ position, result });
      else this.early.set(position, result);
    }
    for (let result = this.early.get(this.nextInOrder); result; result = this.early.get(this.nextInOrder)) {
      this.early.delete(this.nextInOrder);
      this.ready.push({ position: this.nextInOrder++, result });
    }
    while (this.waiting.length > 0 && this.taken < this.ready.length) this.waiting.shift()?.(this.take());
  }

  next(): Promise<IteratorResult<StreamItem>> {
    if (this.taken < this.ready.length) return Promise.resolve(this.take());
    if (this.delivered + this.waiting.length >= this.call.args.length) {
      return Promise.resolve({ done: true, value: undefined });
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private take(): IteratorResult<StreamItem> {
    const item = this.ready[this.taken++] as StreamItem;
    if (this.taken === this.ready.length) {
      this.ready = [];
      this.taken = 0;
    }
    this.delivered++;
    if (item.result.ok) this.deliver(item.position, 1);
    return { done: false, value: item };
  }
}
