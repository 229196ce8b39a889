/**
 * `imap` and `imap_unordered`: results one by one, each as soon as its turn has come. Ordered: an error stands at its own
 * position and the stream goes on after it. Source: CPython's IMapIterator; unlike there, input is drawn no further
 * ahead of the caller than `lookAhead` tasks.
 */
import { TimeoutError } from './errors';
import type { Call, Deliver, Job, Settled, TaskResult } from './job';
import { timer } from './within';

/** One result with the position of its task in the call's input. */
export interface StreamItem {
  readonly position: number;
  readonly result: TaskResult;
}

interface ReadyItem extends StreamItem {
  /** Number of its task in the pool; null: no task, the input itself raised. */
  readonly task: number | null;
}

const COMPACT_AFTER = 1024;

export interface StreamParts {
  readonly order: 'input' | 'completion';
  /** Tasks drawn and not yet taken by the caller, at most; infinite: no limit. */
  readonly lookAhead: number;
  readonly deliver: Deliver;
  /** The caller has made room for more. */
  room(): void;
  /** The caller has let go: nothing more needs to be drawn. */
  dropped(job: StreamJob): void;
}

interface Waiting {
  resolve(item: IteratorResult<StreamItem>): void;
}

export class StreamJob implements Job, AsyncIterableIterator<StreamItem> {
  /** Results whose turn has come, oldest first, from `taken` on. */
  private ready: ReadyItem[] = [];
  private taken = 0;
  /** Ordered only: results that wait for an earlier one. */
  private readonly early = new Map<number, ReadyItem>();
  private nextInOrder = 0;
  private drawnTasks = 0;
  private delivered = 0;
  /** Items in all, once the input has ended. */
  private total = Number.POSITIVE_INFINITY;
  private waiting: Waiting[] = [];
  private done = false;

  constructor(
    readonly call: Call,
    private readonly parts: StreamParts,
  ) {}

  get full(): boolean {
    const ahead = this.drawnTasks - this.delivered;
    // One chunk may be longer than all that may be drawn: without it nothing would ever come.
    return ahead > 0 && ahead + this.call.chunksize > this.parts.lookAhead;
  }

  drawn(tasks: number): void {
    this.drawnTasks += tasks;
  }

  settle({ start, firstTask }: Settled, results: readonly TaskResult[]): void {
    if (this.done) return;
    for (const [offset, result] of results.entries()) {
      this.add({ position: start + offset, task: firstTask + offset, result });
    }
    this.handOut();
  }

  inputEnded(total: number, error: Error | null): void {
    this.total = total;
    if (error !== null) {
      this.total++;
      this.add({ position: total, task: null, result: { ok: false, error } });
    }
    this.handOut();
  }

  /**
   * The next result; done when there is none left.
   * @param timeoutMs left out: waits as long as it takes. The result is not lost when the time is over.
   * @throws TimeoutError
   */
  next(timeoutMs?: number): Promise<IteratorResult<StreamItem>> {
    return new Promise((resolve, reject) => {
      const waiting = { resolve };
      this.waiting.push(waiting);
      this.handOut();
      if (timeoutMs === undefined || !this.waiting.includes(waiting)) return;
      const late = timer(() => {
        this.waiting = this.waiting.filter((other) => other !== waiting);
        reject(new TimeoutError(`The next result was not there after ${timeoutMs} ms`));
      }, timeoutMs);
      waiting.resolve = (item) => {
        clearTimeout(late);
        resolve(item);
      };
    });
  }

  /** Called when a `for await` is left early. What is under way is finished and forgotten. */
  return(): Promise<IteratorResult<StreamItem>> {
    this.done = true;
    this.ready = [];
    this.early.clear();
    this.parts.dropped(this);
    this.handOut();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private add(item: ReadyItem): void {
    if (this.parts.order === 'completion') {
      this.ready.push(item);
      return;
    }
    this.early.set(item.position, item);
    for (let next = this.early.get(this.nextInOrder); next; next = this.early.get(this.nextInOrder)) {
      this.early.delete(this.nextInOrder++);
      this.ready.push(next);
    }
  }

  private handOut(): void {
    while (this.waiting.length > 0) {
      const over = this.done || this.delivered >= this.total;
      if (!over && this.taken >= this.ready.length) return;
      this.waiting.shift()?.resolve(over ? { done: true, value: undefined } : this.take());
    }
  }

  private take(): IteratorResult<StreamItem> {
    const { task, position, result } = this.ready[this.taken++] as ReadyItem;
    // What was taken is let go now and then: a stream may go on for ever without its list once being empty.
    if (this.taken === this.ready.length || this.taken >= COMPACT_AFTER) {
      this.ready.splice(0, this.taken);
      this.taken = 0;
    }
    const wasFull = this.full;
    this.delivered++;
    if (result.ok && task !== null) this.parts.deliver(task, 1);
    if (wasFull && !this.full) this.parts.room();
    return { done: false, value: { position, result } };
  }
}
