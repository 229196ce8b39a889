/** Reads a session file: the events of its run, in order, as they were recorded. One that was cut short is read up to there. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { RecordBatchReader, type Schema } from 'apache-arrow';
import type { RunEvent, RunStarted } from '../../shared/run-events';
import { reasonOf } from '../export/write-file';
import type { RunFile } from '../files/run-file';
import '../../shared/session/compression';
import { HeaderError, parseHeader } from '../../shared/session/parse-header';
import { BatchReader, DamagedRecord } from '../../shared/session/read-batch';
import { HEADER_KEY } from '../../shared/session/session-format';
import type { SessionHeader } from '../../shared/session/session-header';

/** A file that is no session: one sentence with its name. */
export class SessionFileError extends Error {
  override name = 'SessionFileError';
}

export interface Session extends RunFile {
  readonly header: SessionHeader;
}

/** Large enough that reading is not what takes the time. */
const PIECE_BYTES = 1024 * 1024;
/** No record batch of ours is as long; a damaged length may be any number, and would be waited for in memory. */
const LONGEST_BATCH = 256 * 1024 * 1024;

/** @throws SessionFileError */
export async function readSession(path: string): Promise<Session> {
  const size = await sizeOf(path);
  if (size === 0) throw new SessionFileError(`${path}: expected a Poolscope session, and the file is empty`);
  const stream = createReadStream(path, { highWaterMark: PIECE_BYTES });
  let sinceBatch = 0;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for await (const piece of stream) {
      sinceBatch += piece.length;
      if (sinceBatch > LONGEST_BATCH) throw new DamagedRecord('a length that is none');
      yield piece;
    }
  }
  const reader = await RecordBatchReader.from(pieces())
    .then((made) => made.open())
    .catch(() => null);
  // A damaged stream may be open and have none.
  const schema = reader?.schema as Schema | undefined;
  const header = schema?.metadata.get(HEADER_KEY);
  if (reader === null || header === undefined) {
    stream.destroy();
    throw new SessionFileError(`${path}: expected a Poolscope session (an Arrow stream with a header of ours)`);
  }
  let trouble: string | null = null;
  const parsed = headerIn(path, header, stream);
  const started = startedBy(path, parsed);
  async function* events(): AsyncGenerator<RunEvent> {
    yield started;
    const batches = new BatchReader();
    let ended = false;
    try {
      for await (const batch of reader ?? []) {
        sinceBatch = 0;
        for (const event of batches.read(batch)) {
          ended ||= event.type === 'ended';
          yield event;
        }
      }
      if (!ended) trouble = `${path}: the recording ends before its run does`;
    } catch (error) {
      trouble = `${path}: damaged or cut off after what could be read (${error instanceof Error ? error.message : error})`;
    } finally {
      stream.destroy();
    }
  }
  return { header: parsed, started, events: events(), trouble: () => trouble, readBytes: () => stream.bytesRead };
}

async function sizeOf(path: string): Promise<number> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    return found.size;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SessionFileError(`${path}: ${code === 'ENOENT' ? 'there is no such file' : reasonOf(error)}`);
  }
}

/** @param stream of the file: of one that is refused nothing more is read */
function headerIn(path: string, text: string, stream: Readable): SessionHeader {
  try {
    return parseHeader(text);
  } catch (error) {
    stream.destroy();
    if (!(error instanceof HeaderError)) throw error;
    throw new SessionFileError(`${path}: ${error.message}`, { cause: error });
  }
}

function startedBy(path: string, header: SessionHeader): RunStarted {
  const { scenario, tasks, chunksize, mainPid, epochMs, annotations, machine } = header;
  const source = { kind: 'file', format: 'session', path: resolve(path) } as const;
  const rest = { title: scenario.name, cores: machine.cores, source, beside: false, annotations };
  return { type: 'started', runId: 0, scenario, tasks, chunksize, mainPid, epochMs, ...rest };
}
