/**
 * The mark that a worker leaves for each task that it begins, and its exit code, in a file of 24 bytes: they outlive the
 * worker, so that the pool knows which task a dead worker had and since when, which were still in its pipe, and whether
 * it went by itself. A mark costs 1 us a task and no message.
 */
import { closeSync, openSync, readSync, writeSync } from 'node:fs';

export interface Mark {
  /** How many of the tasks sent to the worker have begun or been skipped, over all chunks. */
  readonly begun: number;
  /** When the last of them began, ns since the clock base; NaN before the first. */
  readonly at: number;
}

const MARK_BYTES = 16;

/** The worker's end. */
export class MarkWriter {
  private readonly mark = new Float64Array(2);
  private readonly file: number;

  constructor(path: string) {
    this.file = openSync(path, 'r+');
  }

  /** See Mark. */
  set(begun: number, at: number): void {
    this.mark[0] = begun;
    this.mark[1] = at;
    writeSync(this.file, this.mark, 0, MARK_BYTES, 0);
  }

  /** The process ends by itself. Whoever asks the operating system may not be able to tell a code from a signal. */
  exiting(code: number): void {
    writeSync(this.file, Float64Array.of(code), 0, 8, MARK_BYTES);
  }
}

/** The pool's end. Makes the file. */
export class MarkReader {
  private readonly mark = new Float64Array(2);
  private readonly code = new Float64Array(1);
  private readonly file: number;

  constructor(path: string) {
    this.file = openSync(path, 'wx+', 0o600);
  }

  read(): Mark {
    const left = readSync(this.file, this.mark, 0, MARK_BYTES, 0) === MARK_BYTES;
    return left ? { begun: this.mark[0] ?? 0, at: this.mark[1] ?? Number.NaN } : { begun: 0, at: Number.NaN };
  }

  /** The code that it ended itself with; null where something else has ended it, or nothing yet. */
  exitCode(): number | null {
    return readSync(this.file, this.code, 0, 8, MARK_BYTES) === 8 ? (this.code[0] ?? null) : null;
  }

  close(): void {
    closeSync(this.file);
  }
}
