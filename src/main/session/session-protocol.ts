/** What crosses between main and the thread that writes a session file. */
import type { RunEvent } from '../../shared/run-events';
import type { SessionHeader } from '../../shared/session/session-header';

export interface WriterData {
  /** File that is written while the run goes on. */
  readonly path: string;
  readonly header: SessionHeader;
  /** Nothing is written beyond; null: no limit. */
  readonly mostBytes: number | null;
}

export type ToWriter = { readonly type: 'event'; readonly event: RunEvent } | { readonly type: 'finish' };

export type FromWriter =
  /** The file is whole and closed. */
  | { readonly type: 'finished'; readonly bytes: number }
  /** Nothing more is written. `code`: of the operating system; `writtenTo`: ns since the clock base. */
  | { readonly type: 'failed'; readonly code: string; readonly message: string; readonly writtenTo: number };
