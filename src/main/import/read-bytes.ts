/** The bytes of a file, chunk by chunk, unpacked where they are packed with gzip: by what the file begins with. */
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { reasonOf } from '../export/write-file';
import { TraceFileError } from './trace-file-error';

/** As much is parsed in one go. */
const CHUNK = 2 ** 20;

export interface FileBytes {
  /** Ends where the packed data do, or where they are damaged. */
  readonly chunks: AsyncIterable<Buffer>;
  /** When the file was changed last, ms since the epoch. */
  readonly changedMs: number;
  /** Bytes of the file itself that have been read. */
  readBytes(): number;
  /** Why the data ended early, in words; null: they did not. */
  trouble(): string | null;
}

/** @throws TraceFileError */
export async function fileBytes(path: string): Promise<FileBytes> {
  const { packed, changedMs } = await lookInto(path);
  const file = createReadStream(path, { highWaterMark: CHUNK });
  let trouble: string | null = null;
  async function* chunks(): AsyncGenerator<Buffer> {
    const source = packed ? pipeline(file, createGunzip({ chunkSize: CHUNK }), () => undefined) : file;
    try {
      for await (const chunk of source) yield chunk as Buffer;
    } catch (error) {
      trouble = packed ? 'its gzip data end early or are damaged' : reasonOf(error);
    } finally {
      file.destroy();
    }
  }
  return { chunks: chunks(), changedMs, readBytes: () => file.bytesRead, trouble: () => trouble };
}

async function lookInto(path: string): Promise<{ packed: boolean; changedMs: number }> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new TraceFileError(`${path}: expected a trace, and this is a folder`);
    if (!found.isFile()) throw new TraceFileError(`${path}: expected a trace, and this is no regular file`);
    if (found.size === 0) throw new TraceFileError(`${path}: expected a trace, and the file is empty`);
    const file = await open(path);
    try {
      const { buffer } = await file.read({ buffer: new Uint8Array(2), position: 0 });
      return { packed: buffer[0] === 0x1f && buffer[1] === 0x8b, changedMs: found.mtimeMs };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof TraceFileError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new TraceFileError(`${path}: ${code === 'ENOENT' ? 'there is no such file' : reasonOf(error)}`);
  }
}
