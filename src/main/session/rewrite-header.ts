/**
 * Writes what a person has noted into the header of a session file. Only the schema, its first message, is made anew;
 * everything behind it is copied byte for byte. The file that was there stays until the new one is whole.
 */
import { constants, createReadStream } from 'node:fs';
import { access, open, realpath, stat } from 'node:fs/promises';
import { RecordBatchReader, Schema } from 'apache-arrow';
import { type Annotations, annotationsSchema } from '../../shared/annotations';
import { CompressedStreamWriter } from '../../shared/session/compression';
import { parseHeader } from '../../shared/session/parse-header';
import { HEADER_KEY } from '../../shared/session/session-format';
import { upgradeHeader } from '../../shared/session/upgrade-header';
import { reasonOf, WriteFileError, writeFile } from '../export/write-file';
import { fileStamp } from './file-stamp';
import { bytesAt, END_OF_STREAM, walkMessages } from './walk-messages';

export interface RewriteOptions {
  readonly annotations: Annotations;
  /** Of the file as it was when it was opened: one that has changed since is not written over. Missing: whatever it is. */
  readonly stamp?: string | null;
  /** Where the file with the new header goes; missing: in place of the old one. */
  readonly to?: string;
}

/** @returns the stamp of what was written @throws WriteFileError with one sentence; the file is as it was then */
export async function rewriteHeader(path: string, { annotations, stamp, to }: RewriteOptions): Promise<string | null> {
  // A link stays one, and what it leads to is written.
  const source = await realpath(path).catch(() => path);
  const target = to ?? source;
  if (to === undefined) await checkMayWrite(path, source);
  const check = async (): Promise<void> => {
    if (stamp === undefined || (await fileStamp(source)) === stamp) return;
    throw new WriteFileError(`${path}: has changed on disk since it was opened, so notes were not saved into it`);
  };
  await check();
  const { schema, rest } = await withAnnotations(path, source, annotations);
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield schema;
    for await (const piece of createReadStream(source, { start: rest, highWaterMark: COPY_BYTES })) yield piece;
  }
  await writeFile(target, pieces(), { mayTakeName: check });
  return fileStamp(target);
}

const COPY_BYTES = 1024 ** 2;

/** A file without a right to write it is one that somebody wants as it is, even where the system would let us. */
async function checkMayWrite(path: string, source: string): Promise<void> {
  try {
    const { mode } = await stat(source);
    if ((mode & 0o222) === 0) throw Object.assign(new Error(), { code: 'EACCES' });
    await access(source, constants.W_OK);
  } catch (error) {
    throw new WriteFileError(`${path}: notes cannot be saved into it (${reasonOf(error)})`, { cause: error });
  }
}

/** @returns the first message with them in it, and where the one after it begins in the file */
async function withAnnotations(
  path: string,
  source: string,
  annotations: Annotations,
): Promise<{ schema: Uint8Array; rest: number }> {
  const file = await open(source).catch((error: unknown) => {
    throw new WriteFileError(`${path}: cannot be read (${reasonOf(error)})`, { cause: error });
  });
  try {
    const { value: first } = await walkMessages(file).next();
    const bytes = first?.kind === 'schema' ? await bytesAt(file, first.start, first.end - first.start) : null;
    if (first === undefined || bytes === null) throw new WriteFileError(`${path}: is no Poolscope session`);
    return { schema: schemaWith(bytes, annotations), rest: first.end };
  } catch (error) {
    if (error instanceof WriteFileError) throw error;
    throw new WriteFileError(`${path}: notes cannot be saved into it (${reasonOf(error)})`, { cause: error });
  } finally {
    await file.close();
  }
}

/** The columns stay as the file has them, and so does what its header tells that is not known here. */
function schemaWith(message: Uint8Array, annotations: Annotations): Uint8Array {
  const reader = RecordBatchReader.from(Buffer.concat([message, END_OF_STREAM])).open();
  const { fields, metadata } = reader.schema;
  const text = metadata.get(HEADER_KEY) ?? '';
  parseHeader(text);
  const upgraded = upgradeHeader(JSON.parse(text)) as object;
  const header = { ...upgraded, annotations: annotationsSchema.parse(annotations) };
  const writer = new CompressedStreamWriter();
  writer.reset(undefined, new Schema(fields, new Map([...metadata, [HEADER_KEY, JSON.stringify(header)]])));
  return writer.take();
}
