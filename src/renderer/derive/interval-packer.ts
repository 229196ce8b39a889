/**
 * Puts stretches of time side by side into as few lines as there are stretches at one moment, as they come: each into
 * the first line that is free. O(log lines) each; those whose end is not known yet keep their line until it is.
 */
import { MinHeap } from './min-heap';

export class IntervalPacker {
  /** When each line became free last, as far as is known. */
  private readonly freeSince: number[] = [];
  private readonly free = new MinHeap();
  /** Lines by the end of what is in them. */
  private readonly taken = new MinHeap();

  /** Lines so far. */
  get lines(): number {
    return this.freeSince.length;
  }

  /** @param begin mostly ascends from call to call. @returns the line of a stretch that begins there */
  place(begin: number): number {
    while (this.taken.smallest <= begin) {
      const line = this.taken.pop();
      this.free.push(line, line);
    }
    const passed: number[] = [];
    let found = -1;
    while (found === -1 && this.free.size > 0) {
      const line = this.free.pop();
      // One that begins earlier than those before it may find lines that were not free then.
      if ((this.freeSince[line] ?? 0) <= begin) found = line;
      else passed.push(line);
    }
    for (const line of passed) this.free.push(line, line);
    if (found !== -1) return found;
    this.freeSince.push(Number.NEGATIVE_INFINITY);
    return this.freeSince.length - 1;
  }

  /** Tells when the stretch in a line ends. */
  end(line: number, at: number): void {
    this.freeSince[line] = at;
    this.taken.push(at, line);
  }
}
