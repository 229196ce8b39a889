/** Writes a large file piece by piece: under another name until it is whole, so that no half of one is ever found. */
import { constants, createWriteStream } from 'node:fs';
import { access, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { removeLeftOver, unfinishedName } from './unfinished';

/** A file that cannot be written: which, and why. */
export class WriteFileError extends Error {
  override name = 'WriteFileError';
}

/** Says early what would fail late. @throws WriteFileError */
export async function checkWritable(path: string): Promise<void> {
  try {
    const found = await stat(path).catch(() => null);
    if (found?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    // A device would be gone: what was written takes its name.
    if (found?.isFile() === false) throw new Error('it is not a file');
    await access(dirname(resolve(path)), constants.W_OK);
    if (found !== null) await access(path, constants.W_OK);
  } catch (error) {
    throw new WriteFileError(`${path}: cannot be written (${reasonOf(error)})`, { cause: error });
  }
}

/** Watches a long piece of writing, and ends it. */
export interface Watch {
  readonly signal?: AbortSignal;
  /** @param share of it that is done, 0..1 */
  onShare?(share: number): void;
}

export interface WriteFileOptions {
  /** Asked once everything is on disk, and before it takes the place of what is there; may throw. */
  mayTakeName?(): Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * @throws WriteFileError; nothing is left of the file then, and one that was there before is as it was
 */
export async function writeFile(
  path: string,
  pieces: Iterable<string> | AsyncIterable<Uint8Array>,
  { mayTakeName, signal }: WriteFileOptions = {},
): Promise<void> {
  const unfinished = unfinishedName(path);
  try {
    await removeLeftOver(path);
    await pipeline(Readable.from(pieces), createWriteStream(unfinished, { flush: true }), { signal });
    await mayTakeName?.();
    signal?.throwIfAborted();
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    if (error instanceof WriteFileError) throw error;
    throw new WriteFileError(`${path}: could not be written (${reasonOf(error)})`, { cause: error });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder is a file',
  EISDIR: 'it is a folder',
  EEXIST: 'a file has its name',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
};

/** Why the operating system refused, in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ''] ?? message;
}
