/** Where a call's arguments come from: a list, an iterator, or an asynchronous one. Lazy ones are asked only when needed. */

/** Arguments as a caller may give them. */
export type Inputs = Iterable<unknown> | AsyncIterable<unknown>;

/** `later`: not known yet; the source says when it is. `end`: there are no more, or the input itself raised `error`. */
export type Draw =
  | { readonly type: 'args'; readonly args: readonly unknown[] }
  | { readonly type: 'later' }
  | { readonly type: 'end'; readonly error: Error | null };

export interface Source {
  /** Arguments known to wait; a lazy source knows of none. */
  readonly waiting: number;
  /** Takes the next arguments, `most` or, at the end of the input, fewer. */
  draw(most: number): Draw;
  /** No more will be drawn: lets the input go. */
  cancel(): void;
}

/** @param more called when a `later` has come true */
export function sourceOf(inputs: Inputs, more: () => void): Source {
  if (Array.isArray(inputs)) return new ListSource(inputs);
  if (Symbol.asyncIterator in inputs) return new AsyncSource(inputs[Symbol.asyncIterator](), more);
  return new IteratorSource(inputs[Symbol.iterator]());
}

class ListSource implements Source {
  private readonly args: readonly unknown[];
  private next = 0;

  /** @param args copied: the caller may change the list while its tasks wait */
  constructor(args: readonly unknown[]) {
    this.args = args.slice();
  }

  get waiting(): number {
    return this.args.length - this.next;
  }

  draw(most: number): Draw {
    if (this.waiting === 0) return { type: 'end', error: null };
    const start = this.next;
    this.next = Math.min(this.args.length, start + most);
    return { type: 'args', args: this.args.slice(start, this.next) };
  }

  cancel(): void {
    this.next = this.args.length;
  }
}

class IteratorSource implements Source {
  readonly waiting = 0;
  private end: Draw | undefined;

  constructor(private readonly iterator: Iterator<unknown>) {}

  draw(most: number): Draw {
    const args: unknown[] = [];
    try {
      while (this.end === undefined && args.length < most) {
        const step = this.iterator.next();
        if (step.done === true) this.end = { type: 'end', error: null };
        else args.push(step.value);
      }
    } catch (error) {
      this.end = { type: 'end', error: asError(error) };
    }
    return args.length > 0 || this.end === undefined ? { type: 'args', args } : this.end;
  }

  cancel(): void {
    if (this.end !== undefined) return;
    this.end = { type: 'end', error: null };
    try {
      this.iterator.return?.();
    } catch {
      // The input's own cleaning up failed; nobody waits for it any more.
    }
  }
}

class AsyncSource implements Source {
  readonly waiting = 0;
  private readonly buffer: unknown[] = [];
  private end: Draw | undefined;
  private pulling = false;

  constructor(
    private readonly iterator: AsyncIterator<unknown>,
    private readonly more: () => void,
  ) {}

  draw(most: number): Draw {
    if (this.buffer.length >= most || (this.end !== undefined && this.buffer.length > 0)) {
      return { type: 'args', args: this.buffer.splice(0, most) };
    }
    if (this.end !== undefined) return this.end;
    if (!this.pulling) void this.pull(most);
    return { type: 'later' };
  }

  cancel(): void {
    if (this.end !== undefined) return;
    this.end = { type: 'end', error: null };
    this.buffer.length = 0;
    // The input's own cleaning up may fail, at once or later; nobody waits for it any more.
    (async () => this.iterator.return?.())().catch(() => undefined);
  }

  private async pull(most: number): Promise<void> {
    this.pulling = true;
    try {
      while (this.end === undefined && this.buffer.length < most) {
        const step = await this.iterator.next();
        if (this.end !== undefined) return;
        if (step.done === true) this.end = { type: 'end', error: null };
        else this.buffer.push(step.value);
      }
    } catch (error) {
      this.end ??= { type: 'end', error: asError(error) };
    } finally {
      this.pulling = false;
    }
    this.more();
  }
}

/** The whole input as a list. @throws what the input raises, and what `ended` rejects with, whichever is first */
export async function collect(inputs: AsyncIterable<unknown>, ended: Promise<never>): Promise<unknown[]> {
  const iterator = inputs[Symbol.asyncIterator]();
  const list: unknown[] = [];
  for (;;) {
    const step = await Promise.race([iterator.next(), ended]);
    if (step.done === true) return list;
    list.push(step.value);
  }
}

export function isAsync(inputs: Inputs): inputs is AsyncIterable<unknown> {
  return Symbol.asyncIterator in inputs;
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
