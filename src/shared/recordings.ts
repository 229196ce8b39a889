/** The library of recordings, as the window lists it: runs of the window, each recorded into a file of its own. */
import { z } from 'zod';
import type { RunStatus } from './run-events';
import type { RecordingSettings } from './settings';

/** Names a recording, and no other file: main adds folder and ending. */
export const recordingIdSchema = z.string().regex(/^[\w-]{1,100}$/);

export interface Recording {
  readonly id: string;
  /** Absolute. */
  readonly path: string;
  /** Name of its scenario. */
  readonly title: string;
  /** Wall-clock time, ms since the epoch. */
  readonly startedAtMs: number;
  readonly tasks: number;
  readonly status: RunStatus;
  /** null: its run was never summed up. */
  readonly wallMs: number | null;
  readonly bytes: number;
  /** Never removed to make room. */
  readonly kept: boolean;
  /** Where it ends before its run does, or that it cannot be read; null: it is whole. */
  readonly note: string | null;
  /** Changes with its picture; null: it has none. */
  readonly pictureRevision: number | null;
}

export interface RecordingList {
  /** Newest first. */
  readonly recordings: readonly Recording[];
  readonly folder: string;
  /** Title of the run that is being recorded now; null: none. */
  readonly growing: string | null;
  readonly settings: RecordingSettings;
  /** Files that were opened from elsewhere and are still there, the latest first. */
  readonly recentFiles: readonly string[];
  /** Why nothing can be listed, in one sentence; null: nothing is wrong. */
  readonly trouble: string | null;
}

/** The list is another one now. */
export interface RecordingsChanged {
  readonly type: 'recordings';
  /** A sentence that the person should read; null: none. */
  readonly notice: string | null;
}

/** Pictures are small: a few thousand pixels. */
export const MOST_PICTURE_BYTES = 256 * 1024;
