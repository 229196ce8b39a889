/** A run that is read from a file, whatever the file's format: what every reader gives. */
import type { RunEvent, RunStarted } from '../../shared/run-events';

export interface RunFile {
  /** Its `runId` is 0 and its `beside` false: whoever shows the run says which it is. */
  readonly started: RunStarted;
  /** Beginning with `started`. Where the file ends early, or is damaged from some point on, what came before is given. */
  readonly events: AsyncIterable<RunEvent>;
  /** Once `events` are at their end: one sentence on why there are no more, or null for a file that is whole. */
  trouble(): string | null;
  /** Bytes of the file that have been read so far. */
  readBytes(): number;
}

/**
 * @param onRead told how many bytes have been read, by readers that read for long before they know what run it is
 * @throws Error with one sentence that names the file, where there is no run in it
 */
export type RunFileReader = (path: string, onRead?: (bytes: number) => void) => Promise<RunFile>;
