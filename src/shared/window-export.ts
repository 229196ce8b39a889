/** Exports from the window: what it asks for, and how far main is with it. */
import { z } from 'zod';
import { pictureOptionsSchema } from './picture-options';

/** Not drawn, but written as it was recorded. */
export const DATA_FORMATS = ['trace', 'csv', 'html'] as const;
export type DataFormat = (typeof DATA_FORMATS)[number];

export const isDataFormat = (format: string): format is DataFormat => DATA_FORMATS.some((data) => data === format);

const runId = z.int().min(1);

export const exportRequestSchema = z.discriminatedUnion('kind', [
  /** The run as it was recorded. */
  z.object({ kind: z.literal('data'), runId, format: z.enum(DATA_FORMATS) }),
  /** A picture or a video. `to` clipboard: a PNG only. */
  z.object({ kind: z.literal('drawn'), runId, options: pictureOptionsSchema, to: z.enum(['file', 'clipboard']) }),
]);
export type ExportRequest = z.output<typeof exportRequestSchema>;

/** There is one at a time. Sent when it begins, goes on or is over. */
export interface ExportNews {
  readonly type: 'export';
  readonly state: 'going' | 'done' | 'cancelled' | 'failed';
  /** Of the work that is done, 0..1. */
  readonly share: number;
  /** Absolute; null: to the clipboard. */
  readonly path: string | null;
  /** How far it is, in words; empty: there is nothing to say. */
  readonly detail: string;
  /** One sentence where it failed, where not all of the run could be read, or where the file is not quite what one expects. */
  readonly message: string | null;
}
