/** What VizTracer says of its own recording. */
import { z } from 'zod';

const metadataSchema = z.object({ overflow: z.boolean().optional(), version: z.string().optional() });

/** @param json as it stands in the file. @returns what must be known of what is not in it; null: nothing */
export function overflowNotice(json: string | undefined): string | null {
  if (json === undefined) return null;
  const parsed = metadataSchema.safeParse(JSON.parse(json));
  if (!parsed.success || parsed.data.overflow !== true) return null;
  return 'VizTracer ran out of room (overflow): the oldest calls are missing, and tasks with them.';
}
