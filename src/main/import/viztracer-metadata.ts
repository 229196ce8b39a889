/** What VizTracer says of its own recording. */
import { z } from 'zod';

const metadataSchema = z.object({ overflow: z.boolean().optional(), version: z.string().optional() });

/** @param json as it stands in the file. @returns what must be known of what is not in it; null: nothing */
export function overflowNotice(json: string | undefined): string | null {
  if (json === undefined) return null;
  if (!metadataOf(json)?.overflow) return null;
  return 'VizTracer ran out of room (overflow): the oldest calls are missing, and tasks with them.';
}

/** @returns null where it is damaged: its calls are shown all the same */
function metadataOf(json: string): z.output<typeof metadataSchema> | null {
  try {
    return metadataSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
