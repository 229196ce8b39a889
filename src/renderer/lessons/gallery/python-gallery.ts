/** What Python said of each value, with its version: recorded by a script, and checked by a test against real Python. */
import { z } from 'zod';
import text from '../../../../resources/lessons/pickling-gallery.json?raw';

const outcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('refused'), name: z.string(), message: z.string() }),
  z.object({ outcome: z.literal('crossed'), was: z.string(), became: z.string() }),
  z.object({ outcome: z.literal('no-answer') }),
]);

const schema = z.object({
  python: z.string(),
  entries: z.array(
    z.object({ name: z.string(), setup: z.string(), value: z.string(), argument: outcome, result: outcome }),
  ),
});

export type PythonEntry = z.output<typeof schema>['entries'][number];

const parsed = schema.parse(JSON.parse(text));

/** Such as 3.11.7. */
export const pythonVersion = parsed.python;

export const pythonEntries: ReadonlyMap<string, PythonEntry> = new Map(
  parsed.entries.map((entry) => [entry.name, entry]),
);
