/** After a crash: recordings that were cut off become sessions up to where they got, and what nothing needs is removed. */
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { mayStillWrite } from './is-running';
import type { Library } from './library';
import { endsAt, recordingFacts, whatIsThere } from './recording-facts';
import { idOfPart, rewriterOf, writerOf } from './recording-files';

/**
 * What another running Poolscope writes is left alone.
 * @param written ids that this one writes now
 * @returns a sentence for each recording that was recovered
 */
export async function recover(library: Library, written: ReadonlySet<string> = new Set()): Promise<string[]> {
  const sentences: string[] = [];
  const names = await library.names().catch(() => []);
  for (const name of names) {
    const path = join(library.files.folder, name);
    const rewriter = rewriterOf(name);
    if (rewriter !== null && !(await isWritten(rewriter, path))) await rm(path, { force: true }).catch(() => undefined);
    const id = idOfPart(name);
    if (id === null || written.has(id) || (await isWritten(writerOf(id) ?? 0, path))) continue;
    // One that resists is tried again at the next start.
    const sentence = await settle(library, id).catch(() => null);
    if (sentence !== null) sentences.push(sentence);
  }
  await removeOrphans(library, names);
  return sentences;
}

async function isWritten(pid: number, path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && pid > 0 && mayStillWrite(pid, found.mtimeMs);
}

/** @returns null where nothing was in it */
async function settle(library: Library, id: string): Promise<string | null> {
  const { files } = library;
  const { settlePart } = await import('../session/settle-part');
  if (!(await settlePart(files.part(id), files.session(id)))) return null;
  const { describeSession } = await import('../session/describe-session');
  const { endsAtNs, status } = await describeSession(files.session(id));
  // Cut off between its last record and its name: it is whole.
  const note = status === 'unfinished' ? `Recovered. ${endsAt(endsAtNs)}` : undefined;
  const { title } = await recordingFacts(files, id, note);
  return `The recording of “${title}” was cut off when Poolscope ended; ${whatIsThere(endsAtNs)} saved.`;
}

/** Pictures and facts without a recording. */
async function removeOrphans(library: Library, before: readonly string[]): Promise<void> {
  const now = new Set(await library.names().catch(() => []));
  for (const name of before) {
    const [, id] = /^([\w-]{1,100})\.(?:json|png|kept)$/.exec(name) ?? [];
    if (id === undefined || writerOf(id) === null) continue;
    if (now.has(`${id}.poolscope`) || now.has(`${id}.poolscope.part`)) continue;
    await rm(join(library.files.folder, name), { force: true }).catch(() => undefined);
  }
}
