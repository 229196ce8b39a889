/** What a list says of a recording, kept beside it so that listing reads no sessions. Missing or damaged: made anew. */
import { readFile } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { formatDuration } from '../../shared/format';
import { RUN_STATUSES } from '../../shared/run-events';
import type { RecordingFiles } from './recording-files';

const factsSchema = z.object({
  version: z.literal(1),
  title: z.string(),
  startedAtMs: z.number(),
  tasks: z.int().nonnegative(),
  status: z.enum(RUN_STATUSES),
  wallMs: z.number().nullable(),
  note: z.string().nullable(),
});
export type RecordingFacts = z.output<typeof factsSchema>;

/** @param note said instead of what the file itself tells of its end */
export async function recordingFacts(files: RecordingFiles, id: string, note?: string): Promise<RecordingFacts> {
  const saved = note === undefined ? await readFacts(files.facts(id)) : null;
  return saved ?? (await makeFacts(files, id, note));
}

export async function writeFacts(files: RecordingFiles, id: string, facts: RecordingFacts): Promise<void> {
  await writeFileAtomic(files.facts(id), `${JSON.stringify(facts)}\n`);
}

/** @param endsAtNs ns since the clock base */
export const endsAt = (endsAtNs: number): string =>
  endsAtNs > 0 ? `Ends at ${formatDuration(endsAtNs)}` : 'Only its beginning';

/** Within a sentence on a run that was cut off. @param endsAtNs ns since the clock base; 0: its file tells no time */
export const whatIsThere = (endsAtNs: number): string =>
  endsAtNs > 0 ? `its first ${formatDuration(endsAtNs)} are` : 'only its beginning is';

async function readFacts(path: string): Promise<RecordingFacts | null> {
  try {
    return factsSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

async function makeFacts(files: RecordingFiles, id: string, note: string | undefined): Promise<RecordingFacts> {
  // Arrow is loaded only where a session is looked into.
  const { describeSession } = await import('../session/describe-session');
  const { title, epochMs, tasks, status, wallMs, endsAtNs } = await describeSession(files.session(id));
  const made = note ?? (status === 'unfinished' ? endsAt(endsAtNs) : null);
  const facts: RecordingFacts = { version: 1, title, startedAtMs: epochMs, tasks, status, wallMs, note: made };
  // A folder that cannot be written can still be listed.
  await writeFacts(files, id, facts).catch(() => undefined);
  return facts;
}
