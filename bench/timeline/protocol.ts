/** What the bench asks of an Electron of its own, and what it gets back. */

/** Where the session is shown. */
export type Viewer = 'poolscope' | 'speedscope';

export interface SessionSize {
  readonly tasks: number;
  readonly workers: number;
}

/** Opens a session, measures its memory, and moves about in it. */
export interface OpenRequest extends SessionSize {
  readonly measure: 'open';
  readonly viewer: Viewer;
  /** How long each gesture goes on, in ms. */
  readonly gestureMs: number;
  /** Folder of the published speedscope. */
  readonly speedscope: string;
}

/** Feeds a session as it happens, with every core busy. */
export interface LiveRequest extends SessionSize {
  readonly measure: 'live';
  readonly tasksPerSecond: number;
}

/** Writes a session as a file, and opens that as a person would. */
export interface FileRequest extends SessionSize {
  readonly measure: 'file';
}

export type TimelineRequest = OpenRequest | LiveRequest | FileRequest;

/** Times are ms, sizes bytes. Left out: this viewer has no such thing. */
export type Figures = Readonly<Record<string, number>>;

export type TimelineReply =
  | { readonly figures: Figures; readonly versions: Readonly<Record<string, string>> }
  | { readonly error: string };
