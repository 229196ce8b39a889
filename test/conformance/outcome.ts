/** What a case came to in Electron, as it crosses to the test: one line of JSON. */
import { z } from 'zod';

export const outcomeSchema = z.object({
  sentence: z.string(),
  value: z.unknown().optional(),
  error: z.string().optional(),
});
export type Outcome = z.output<typeof outcomeSchema>;
