/** A file whose pieces come from elsewhere, in any order. It has its name once it is whole; until then it is called .part. */
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { removeLeftOver, unfinishedName } from './unfinished';
import { reasonOf, WriteFileError } from './write-file';

export class PartFile {
  /** Bytes so far. */
  size = 0;
  private open: boolean = true;

  private constructor(
    private readonly path: string,
    private readonly unfinished: string,
    private readonly handle: FileHandle,
  ) {}

  /** @throws WriteFileError */
  static async create(path: string): Promise<PartFile> {
    const unfinished = unfinishedName(path);
    try {
      await removeLeftOver(path);
      return new PartFile(path, unfinished, await open(unfinished, 'w'));
    } catch (error) {
      throw refused(path, error);
    }
  }

  /** @param at from the begin of the file @throws WriteFileError */
  async write(bytes: Uint8Array, at: number): Promise<void> {
    try {
      let written = 0;
      while (written < bytes.length) {
        written += (await this.handle.write(bytes, written, bytes.length - written, at + written)).bytesWritten;
      }
      this.size = Math.max(this.size, at + bytes.length);
    } catch (error) {
      throw refused(this.path, error);
    }
  }

  /** Gives it its name. @throws WriteFileError; nothing is left of it then */
  async finish(): Promise<void> {
    try {
      // On the disk before it has the name: after a power cut it is the old file or the new one.
      await this.handle.sync();
      await this.close();
      await rename(this.unfinished, this.path);
    } catch (error) {
      await this.drop();
      throw refused(this.path, error);
    }
  }

  /** Nothing is left of it; a file that had its name before is as it was. */
  async drop(): Promise<void> {
    await this.close().catch(() => undefined);
    await rm(this.unfinished, { force: true }).catch(() => undefined);
  }

  private async close(): Promise<void> {
    if (!this.open) return;
    this.open = false;
    await this.handle.close();
  }
}

function refused(path: string, error: unknown): WriteFileError {
  return new WriteFileError(`${path}: could not be written (${reasonOf(error)})`, { cause: error });
}
