/**
 * The mark that a worker leaves for each task that it begins, and its exit code, in a file of sixteen bytes: they outlive
 * the worker, so that the pool knows which task a dead worker had, which were still in its pipe, and whether it went by
 * itself. A mark costs 1 us a task and no message.
 */
import { closeSync, openSync, readSync, writeSync } from 'node:fs';

/** The worker's end. */
export class MarkWriter {
  private readonly mark = new Float64Array(1);
  private readonly file: number;

  constructor(path: string) {
    this.file = openSync(path, 'r+');
  }

  /** @param begun how many of the tasks sent to this worker have begun or been skipped, over all chunks */
  set(begun: number): void {
    this.mark[0] = begun;
    writeSync(this.file, this.mark, 0, 8, 0);
  }

  /** The process ends by itself. Whoever asks the operating system may not be able to tell a code from a signal. */
  exiting(code: number): void {
    writeSync(this.file, Float64Array.of(code), 0, 8, 8);
  }
}

/** The pool's end. Makes the file. */
export class MarkReader {
  private readonly mark = new Float64Array(1);
  private readonly file: number;

  constructor(path: string) {
    this.file = openSync(path, 'wx+', 0o600);
  }

  /** How many tasks the worker has begun. */
  read(): number {
    return this.at(0) ?? 0;
  }

  /** The code that it ended itself with; null where something else has ended it, or nothing yet. */
  exitCode(): number | null {
    return this.at(8);
  }

  private at(offset: number): number | null {
    return readSync(this.file, this.mark, 0, 8, offset) === 8 ? (this.mark[0] ?? null) : null;
  }

  close(): void {
    closeSync(this.file);
  }
}
