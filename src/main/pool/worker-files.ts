/** The files between the pool and one worker. Both sides hold them open; no name of theirs outlives the worker. */
import { type Mark, MarkReader } from '../../boundary/mark-file';
import { memoryFile, removeQuietly, temporaryFile } from '../../boundary/temporary-file';
import type { WorkerFiles } from '../../shared/worker-protocol';

export class PoolFiles {
  readonly paths: WorkerFiles;
  private readonly reader: MarkReader | null;
  private closed = false;

  constructor() {
    const mark = temporaryFile('mark');
    this.reader = openMark(mark);
    this.paths = {
      mark: this.reader === null ? null : mark,
      args: memoryFile('args'),
      results: memoryFile('results'),
    };
  }

  /** What the worker has begun since it started; null where it cannot leave a mark. */
  mark(): Mark | null {
    return this.closed || this.reader === null ? null : this.reader.read();
  }

  /** The code that the worker has ended itself with, or null. */
  exitCode(): number | null {
    return this.closed || this.reader === null ? null : this.reader.exitCode();
  }

  /** The worker has opened its mark: the name is needed no longer. */
  opened(): void {
    if (this.paths.mark !== null) removeQuietly(this.paths.mark);
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.reader?.close();
    for (const path of Object.values(this.paths)) if (path !== null) removeQuietly(path);
  }
}

/** A machine without a writable folder for temporary files still has a pool; it knows less about its dead. */
function openMark(path: string): MarkReader | null {
  try {
    return new MarkReader(path);
  } catch {
    return null;
  }
}
