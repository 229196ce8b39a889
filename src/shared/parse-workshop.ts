/** Text or value in, workshop or one clear sentence out. */
import { explainIssue } from './explain-issues';
import { readJson } from './read-json';
import { WORKSHOP_VERSION, type Workshop, workshopSchema } from './workshop';

/** What is wrong with a workshop, as one sentence without the file's name. */
export class WorkshopError extends Error {
  override readonly name = 'WorkshopError';
}

/** @throws WorkshopError naming the path inside the value and what was expected */
export function parseWorkshop(value: unknown): Workshop {
  const version = typeof value === 'object' && value !== null ? (value as { version?: unknown }).version : undefined;
  if (typeof version === 'number' && Number.isInteger(version) && version > WORKSHOP_VERSION) {
    throw new WorkshopError(
      `version: expected ${WORKSHOP_VERSION}, got ${version}; this workshop was written by a newer Poolscope`,
    );
  }
  const parsed = workshopSchema.safeParse(value);
  if (!parsed.success) throw new WorkshopError(explainIssue(parsed.error, value));
  return parsed.data;
}

/** @throws WorkshopError also for text that is not JSON */
export function parseWorkshopText(text: string): Workshop {
  let value: unknown;
  try {
    value = readJson(text);
  } catch (error) {
    throw new WorkshopError((error as Error).message);
  }
  return parseWorkshop(value);
}

/** Text of a workshop file: two-space JSON and a final newline. What is empty is left out. */
export function formatWorkshop(workshop: Workshop): string {
  const steps = workshop.steps.map(({ notes, values, ...step }) => ({
    ...step,
    ...(values === undefined || Object.keys(values).length === 0 ? {} : { values }),
    ...(notes.length === 0 ? {} : { notes }),
  }));
  return `${JSON.stringify({ ...workshop, steps }, null, 2)}\n`;
}
