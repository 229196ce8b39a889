/** The folder of recordings: what is in it, and what is done with a single one. */
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Recording } from '../../shared/recordings';
import { writeFile as writeWhole } from '../export/write-file';
import { type RecordingFacts, recordingFacts } from './recording-facts';
import { idOfSession, type RecordingFiles, recordingFiles } from './recording-files';

const COPY_BYTES = 1024 ** 2;

export class Library {
  readonly files: RecordingFiles;

  /** @param folder made when something is recorded */
  constructor(folder: string) {
    this.files = recordingFiles(folder);
  }

  /** @returns names of everything in the folder; none while there is no folder @throws Error of the operating system */
  async names(): Promise<string[]> {
    try {
      return await readdir(this.files.folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }

  /** Newest first. One that cannot be read is listed, too: it can be deleted. */
  async list(): Promise<Recording[]> {
    const names = new Set(await this.names());
    const ids = [...names].flatMap((name) => idOfSession(name) ?? []);
    const found = await Promise.all(ids.map((id) => this.describe(id, names.has(`${id}.kept`))));
    return found.filter((one) => one !== null).sort((a, b) => b.startedAtMs - a.startedAtMs || (a.id < b.id ? 1 : -1));
  }

  async keep(id: string, kept: boolean): Promise<void> {
    if (kept) await writeFile(this.files.kept(id), '');
    else await rm(this.files.kept(id), { force: true });
  }

  /** @returns the recording that this file is; null: it is none of the library */
  idOf(path: string): string | null {
    return dirname(path) === this.files.folder ? idOfSession(basename(path)) : null;
  }

  async removeFile(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  /** @param remove how its session goes: into a trash, or for good */
  async remove(id: string, remove: (path: string) => Promise<void> = this.removeFile): Promise<void> {
    const { session, facts, picture, kept } = this.files;
    await remove(session(id));
    for (const path of [facts(id), picture(id), kept(id)]) await rm(path, { force: true });
  }

  /** @throws WriteFileError */
  async saveAs(id: string, to: string): Promise<void> {
    await writeWhole(to, createReadStream(this.files.session(id), { highWaterMark: COPY_BYTES }));
  }

  /** PNG; null: there is none. */
  async picture(id: string): Promise<Uint8Array | null> {
    return readFile(this.files.picture(id)).then(
      (bytes) => new Uint8Array(bytes),
      () => null,
    );
  }

  async keepPicture(id: string, png: Uint8Array): Promise<void> {
    await writeFile(this.files.picture(id), png);
  }

  /** @throws Error of the operating system */
  async makeFolder(): Promise<void> {
    await mkdir(this.files.folder, { recursive: true });
  }

  private async describe(id: string, kept: boolean): Promise<Recording | null> {
    const path = this.files.session(id);
    const found = await stat(path).catch(() => null);
    // Somebody has deleted it meanwhile.
    if (found === null) return null;
    const facts = await recordingFacts(this.files, id).catch(() => unreadable(id, found.mtimeMs));
    const picture = await stat(this.files.picture(id)).catch(() => null);
    const { title, startedAtMs, tasks, status, wallMs, note } = facts;
    const told = { title, startedAtMs, tasks, status, wallMs, note };
    return { id, path, ...told, bytes: found.size, kept, pictureRevision: picture?.mtimeMs ?? null };
  }
}

function unreadable(id: string, changedAtMs: number): RecordingFacts {
  const note = 'This file is no session that Poolscope can read.';
  return { version: 1, title: id, startedAtMs: changedAtMs, tasks: 0, status: 'unfinished', wallMs: null, note };
}
