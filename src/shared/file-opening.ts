/** How far a file that is being opened has been read. The run in it comes as its events, as that of a live run does. */

export interface FileOpening {
  readonly type: 'opening';
  readonly runId: number;
  readonly path: string;
  readonly readBytes: number;
  readonly totalBytes: number;
  /** `cancelled`: by the person; what came until then is shown. `failed`: nothing could be read. */
  readonly state: 'reading' | 'whole' | 'cut-short' | 'cancelled' | 'failed';
  /** One sentence where the state needs one. */
  readonly message: string | null;
}

/** The operating system asks for a file to be opened, as macOS does for one that is double-clicked. */
export interface FileAsked {
  readonly type: 'file-asked';
  /** Absolute. */
  readonly path: string;
}
