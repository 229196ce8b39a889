/**
 * What a trace's slices cannot say of a run, as one JSON text beside them: with it Poolscope reads its own traces back
 * into the run that they were written from. Other tools pass it over.
 */
import { z } from 'zod';
import { annotationsSchema } from '../../../shared/annotations';
import { scenarioSchema } from '../../../shared/scenario';
import { eventSchema } from '../../../shared/session/event-schema';
import { MOMENTS, type TaskColumns } from '../../../shared/telemetry';

export const STORY_VERSION = 1;

export const storySchema = z.object({
  version: z.literal(STORY_VERSION),
  /** null: it came from a file that did not tell. */
  scenario: scenarioSchema.nullable(),
  title: z.string(),
  tasks: z.int().nonnegative(),
  chunksize: z.int().positive(),
  mainPid: z.int().nonnegative(),
  epochMs: z.number(),
  annotations: annotationsSchema,
  /** Zero of the trace's times, ns since the clock base. */
  originNs: z.number(),
  /** Everything but rows, deliveries, callbacks and samples, which the trace has as events. */
  events: z.array(eventSchema),
});
export type RunStory = z.output<typeof storySchema>;

/** The last one is told by deliveries. */
const ROW_MOMENTS = MOMENTS.slice(0, -1);

/** Moments of a row in whole ns, each since the last one before it that has happened; `-`: has not. */
export function momentsText(columns: TaskColumns, row: number, originNs: number): string {
  let before = Math.round(originNs);
  return ROW_MOMENTS.map((moment) => {
    const at = Math.round(columns[moment][row] ?? Number.NaN);
    if (Number.isNaN(at)) return '-';
    const since = at - before;
    before = at;
    return String(since);
  }).join(' ');
}

/** Undoes `momentsText`. @returns false where it is none */
export function readMoments(text: string, columns: TaskColumns, row: number, originNs: number): boolean {
  const words = text.split(' ');
  if (words.length !== ROW_MOMENTS.length) return false;
  let before = Math.round(originNs);
  for (const [index, moment] of ROW_MOMENTS.entries()) {
    const word = words[index] ?? '-';
    if (word === '-') continue;
    before += Number(word);
    if (!Number.isFinite(before)) return false;
    columns[moment][row] = before;
  }
  return true;
}

/** `0-3 7 5`: rows in order, stretches of those that follow each other as one. */
export function rowsText(rows: ArrayLike<number>, from: number, to: number): string {
  const parts: string[] = [];
  for (let first = from, end = from; first < to; first = end) {
    for (end = first + 1; end < to && rows[end] === (rows[end - 1] ?? 0) + 1; ) end++;
    parts.push(end - first === 1 ? String(rows[first]) : `${rows[first]}-${rows[end - 1]}`);
  }
  return parts.join(' ');
}

/** Undoes `rowsText`. Rows of `limit` and above are left out. */
export function* readRows(text: string, limit: number): Generator<number> {
  for (const part of text.split(' ')) {
    const [from = Number.NaN, to = from] = part.split('-').map(Number);
    for (let row = from; row <= Math.min(to, limit - 1); row++) if (Number.isInteger(row)) yield row;
  }
}
