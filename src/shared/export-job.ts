/** What main and the page that draws exports tell each other, besides the events of the run. */
import { z } from 'zod';
import type { PictureOptions } from './picture-options';

/** What is to be made of the run whose events follow. */
export interface ExportJob {
  readonly options: PictureOptions;
}

/** Most bytes that the page sends in one go. */
export const PIECE_BYTES = 1024 * 1024;

/** A piece of the file. Pieces may come in any order, and over one another. */
export const exportPieceSchema = z.object({
  /** Where in the file it stands, in bytes from its begin. */
  at: z.int().nonnegative(),
  bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= PIECE_BYTES, { error: 'expected a smaller piece' }),
});

export const exportSharesSchema = z.object({
  /** Of the work that is done, 0..1. */
  share: z.number().min(0).max(1),
  /** Of a video; null: not known yet, or there are none. */
  frames: z.object({ done: z.int().nonnegative(), total: z.int().positive() }).nullable(),
});

export type FramesDone = z.output<typeof exportSharesSchema>['frames'];

export const exportEndSchema = z.object({
  /** null: the file is whole. Otherwise one sentence. */
  trouble: z.string().max(1000).nullable(),
  /** One sentence on what is not as one would expect of a file that is whole; null: nothing. */
  note: z.string().max(1000).nullable(),
});
