/** What a trace is taken apart into, and what is made of it. */
import type { RunEvent, RunStarted } from '../../shared/run-events';
import type { TraceCollector } from './trace-collector';

/** What has been read of a file, before it is known what run it is of. */
export interface TraceParts {
  readonly path: string;
  /** ms since the epoch. */
  readonly changedMs: number;
  readonly trace: TraceCollector;
  /** Members beside the events, as JSON. */
  readonly members: ReadonlyMap<string, string>;
  /** Where the file ends early: one sentence. */
  readonly trouble: string | null;
}

export interface ReadRun {
  readonly started: RunStarted;
  events(): AsyncGenerator<RunEvent>;
}
