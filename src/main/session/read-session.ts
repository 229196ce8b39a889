/** Reads a session file: the events of its run, in order, as they were recorded. One that was cut short is read up to there. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { RecordBatchReader } from 'apache-arrow';
import type { RunEvent } from '../../shared/run-events';
import { reasonOf } from '../export/write-file';
import '../../shared/session/compression';
import { HeaderError, parseHeader } from '../../shared/session/parse-header';
import { BatchReader } from '../../shared/session/read-batch';
import { HEADER_KEY } from '../../shared/session/session-format';
import type { SessionHeader } from '../../shared/session/session-header';

/** A file that is no session: one sentence with its name. */
export class SessionFileError extends Error {
  override name = 'SessionFileError';
}

export interface Session {
  readonly header: SessionHeader;
  /** Beginning with `started`. Where the file ends early, or is damaged from some point on, what came before is given. */
  readonly events: AsyncIterable<RunEvent>;
  /** Once `events` are at their end: why there are no more than that, or null for a file that is whole. */
  trouble(): string | null;
}

/** @throws SessionFileError */
export async function readSession(path: string): Promise<Session> {
  const size = await sizeOf(path);
  if (size === 0) throw new SessionFileError(`${path}: expected a Poolscope session, and the file is empty`);
  const stream = createReadStream(path);
  const reader = await RecordBatchReader.from(stream)
    .then((made) => made.open())
    .catch(() => null);
  const header = reader?.schema.metadata.get(HEADER_KEY);
  if (reader === null || header === undefined) {
    stream.destroy();
    throw new SessionFileError(`${path}: expected a Poolscope session (an Arrow stream with a header of ours)`);
  }
  let trouble: string | null = null;
  const parsed = headerIn(path, header);
  async function* events(): AsyncGenerator<RunEvent> {
    yield startedBy(path, parsed);
    const batches = new BatchReader();
    let ended = false;
    try {
      for await (const batch of reader ?? []) {
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
  return { header: parsed, events: events(), trouble: () => trouble };
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

function headerIn(path: string, text: string): SessionHeader {
  try {
    return parseHeader(text);
  } catch (error) {
    if (!(error instanceof HeaderError)) throw error;
    throw new SessionFileError(`${path}: ${error.message}`, { cause: error });
  }
}

function startedBy(path: string, header: SessionHeader): RunEvent {
  const { scenario, tasks, chunksize, mainPid, epochMs, annotations } = header;
  const source = { kind: 'file', format: 'session', path: resolve(path) } as const;
  const rest = { title: scenario.name, source, beside: false, annotations };
  return { type: 'started', runId: 0, scenario, tasks, chunksize, mainPid, epochMs, ...rest };
}
