/** What a person has written on a recording. Kept in the header of its session file. */
import { z } from 'zod';

export const MOST_NOTE_CHARS = 200;
export const MOST_TITLE_CHARS = 80;
export const MOST_CAPTION_CHARS = 300;
const MOST = 1000;
export const MOST_CHAPTERS = MOST;

export const noteSchema = z.object({
  /** ns since the clock base. */
  atNs: z.number(),
  /** Row of the task that it is about; null: none. */
  row: z.int().nonnegative().nullable(),
  text: z.string().max(MOST_NOTE_CHARS),
});

/** From `atNs` up to where the next one begins. */
export const chapterSchema = z.object({
  /** ns since the clock base. */
  atNs: z.number(),
  title: z.string().max(MOST_TITLE_CHARS),
  /** Shown while the chapter is played; may be empty. */
  caption: z.string().max(MOST_CAPTION_CHARS),
  /** Replay stops where it begins, until it is told to go on. */
  pause: z.boolean(),
});

export const annotationsSchema = z.object({
  /** By time. */
  notes: z.array(noteSchema).max(MOST),
  /** By time. */
  chapters: z.array(chapterSchema).max(MOST),
});

export type SavedNote = z.output<typeof noteSchema>;
export type Chapter = z.output<typeof chapterSchema>;
export type Annotations = z.output<typeof annotationsSchema>;

export const NO_ANNOTATIONS: Annotations = { notes: [], chapters: [] };
