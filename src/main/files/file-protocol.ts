/** What crosses between main and the thread that reads a file. */
import type { RunEvent } from '../../shared/run-events';
import type { RunFormat } from './detect-format';

export interface FileThreadData {
  readonly path: string;
  readonly format: RunFormat;
}

export type ToFileThread =
  /** The window has taken an event that waits for that: one more may come. */
  | { readonly type: 'taken' }
  /** Reads no further; what is known by then comes to its end. */
  | { readonly type: 'stop' };

export type FromFileThread =
  /** The first one is `started`. */
  | { readonly type: 'event'; readonly event: RunEvent }
  | { readonly type: 'read'; readonly bytes: number }
  /** All events have been told, `ended` too. `trouble`: why there are no more, in a sentence. */
  | { readonly type: 'finished'; readonly bytes: number; readonly trouble: string | null }
  /** There is no run in it: a sentence says why. */
  | { readonly type: 'refused'; readonly message: string };

/** Events that the window acknowledges. */
export const isAcknowledged = ({ type }: RunEvent): boolean => type === 'telemetry' || type === 'output';
