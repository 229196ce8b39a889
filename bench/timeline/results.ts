/** The file that the timeline bench leaves behind: every figure of every part. */
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';

const figuresSchema = z.record(z.string(), z.number());

const partSchema = z.object({
  name: z.string(),
  title: z.string(),
  /** The session's size. */
  tasks: z.number(),
  versions: z.record(z.string(), z.string()),
  answers: z.object({ poolscope: figuresSchema.optional(), speedscope: figuresSchema.optional() }),
  /** What did not work, and at which size. */
  failures: z.array(z.string()),
  verdicts: z.array(
    z.object({
      figure: z.string(),
      value: z.number(),
      target: z.union([z.object({ atLeast: z.number() }), z.object({ atMost: z.number() })]).nullable(),
      met: z.boolean().nullable(),
    }),
  ),
});

export const timelineResultsSchema = z.object({
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
  parts: z.array(partSchema),
});

export type PartResult = z.output<typeof partSchema>;
export type TimelineResults = z.output<typeof timelineResultsSchema>;

/** Parts that were not measured this time stay as they were. */
export async function writeTimelineResults(path: string, results: TimelineResults): Promise<void> {
  const before = await readBefore(path);
  const kept = before.filter(({ name }) => !results.parts.some((part) => part.name === name));
  const whole = timelineResultsSchema.parse({ ...results, parts: [...results.parts, ...kept] });
  await writeFile(path, `${JSON.stringify(whole, null, 2)}\n`);
}

async function readBefore(path: string): Promise<readonly PartResult[]> {
  try {
    return timelineResultsSchema.parse(JSON.parse(await readFile(path, 'utf8'))).parts;
  } catch {
    return [];
  }
}
