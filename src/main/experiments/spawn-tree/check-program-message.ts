/** Checks what a process of the tree says before anybody acts on it. */
import { z } from 'zod';
import type { FromProgram } from '../../../shared/program-protocol';

const at = z.number().min(0);
const word = z.string().max(200);
const place = z.int().min(0).max(1000);

const message: z.ZodType<FromProgram> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('up'), at }),
  z.object({ type: z.literal('ask'), at }),
  z.object({ type: z.literal('imported'), at }),
  z.object({ type: z.literal('raised'), at, name: word, message: z.string().max(10_000) }),
  z.object({ type: z.literal('call'), at, name: word, items: z.array(z.number()).max(1000) }),
  z.object({ type: z.literal('result'), index: place, value: z.number(), begin: at, end: at }),
  z.object({ type: z.literal('close'), at }),
  z.object({ type: z.literal('leaving'), at, code: z.int().min(0).max(255) }),
]);

/** The message, or null for anything that is not one of the protocol's. */
export function checkProgramMessage(raw: unknown): FromProgram | null {
  const parsed = message.safeParse(raw);
  return parsed.success ? parsed.data : null;
}
