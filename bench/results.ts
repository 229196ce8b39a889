/** The file that a bench leaves behind: every sample, so that any other figure can be worked out from it. */
import { writeFile } from 'node:fs/promises';
import { z } from 'zod';

const spreadSchema = z.object({ median: z.number(), low: z.number(), high: z.number() });

const rowSchema = z.object({
  name: z.string(),
  title: z.string(),
  unit: z.enum(['tasks/s', 'ms', '%']),
  rounds: z.number().int().min(0),
  sides: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      /** In the row's unit, in the order in which they were taken; the same place in two sides is the same round. */
      samples: z.array(z.number()),
      /** Why there are none; null where there are. */
      skipped: z.string().nullable(),
    }),
  ),
  verdicts: z.array(
    z.object({
      label: z.string(),
      ratio: spreadSchema,
      to: z.string().nullable(),
      target: z.union([z.object({ atLeast: z.number() }), z.object({ atMost: z.number() })]).nullable(),
      met: z.boolean().nullable(),
    }),
  ),
});

export const resultsSchema = z.object({
  version: z.literal(1),
  /** Day of the measurement, as YYYY-MM-DD. */
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  machine: z.object({
    cores: z.number(),
    model: z.string(),
    memoryGb: z.number(),
    os: z.string(),
    loadBefore: z.number(),
  }),
  /** Of node, electron, electronNode and python, as far as they took part. */
  versions: z.record(z.string(), z.string()),
  rows: z.array(rowSchema),
});

export type Results = z.output<typeof resultsSchema>;
export type RowResult = z.output<typeof rowSchema>;

export async function writeResults(path: string, results: Results): Promise<void> {
  await writeFile(path, `${JSON.stringify(resultsSchema.parse(results), null, 2)}\n`);
}
