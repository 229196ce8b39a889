/** What Electron prints, one line of JSON each: how a case ended, and at the end the workers that there were. */
import { z } from 'zod';

export const lineSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('case'), sentence: z.string(), value: z.unknown() }),
  z.object({ type: z.literal('failed'), sentence: z.string(), error: z.string() }),
  z.object({ type: z.literal('workers'), pids: z.array(z.int()) }),
]);

export type Line = z.output<typeof lineSchema>;
