/** What a list says of a session file, from its header and its last records; what lies between is not read. */
import { open } from 'node:fs/promises';
import { RecordBatchReader } from 'apache-arrow';
import type { RunStatus } from '../../shared/run-events';
import '../../shared/session/compression';
import { eventSchema } from '../../shared/session/event-schema';
import { parseHeader } from '../../shared/session/parse-header';
import { HEADER_KEY } from '../../shared/session/session-format';
import { bytesAt, END_OF_STREAM, type MessageSpan, walkMessages } from './walk-messages';

export interface SessionDescription {
  readonly title: string;
  /** Wall-clock time of the clock base, ms since the epoch. */
  readonly epochMs: number;
  readonly tasks: number;
  readonly status: RunStatus;
  /** null: it was never summed up. */
  readonly wallMs: number | null;
  /** The last time that it tells of, ns since the clock base. */
  readonly endsAtNs: number;
}

/** Records of events close each second's part of a file. */
const LAST_MESSAGES = 12;

/** @throws Error where it is no session */
export async function describeSession(path: string): Promise<SessionDescription> {
  const file = await open(path);
  try {
    // Every record of words needs the dictionaries in front of it.
    const heads: MessageSpan[] = [];
    const last: MessageSpan[] = [];
    for await (const span of walkMessages(file)) {
      if (span.kind !== 'records') heads.push(span);
      else last.push(span);
      if (last.length > LAST_MESSAGES) last.shift();
    }
    const pieces: Uint8Array[] = [];
    for (const { start, end } of [...heads, ...last]) pieces.push(await bytesAt(file, start, end - start));
    const reader = RecordBatchReader.from(Buffer.concat([...pieces, END_OF_STREAM])).open();
    const { scenario, epochMs, tasks } = parseHeader(reader.schema.metadata.get(HEADER_KEY) ?? '');
    return { title: scenario.name, epochMs, tasks, ...endOf(textsOf(reader)) };
  } finally {
    await file.close();
  }
}

function* textsOf(reader: RecordBatchReader): Generator<string> {
  for (const batch of reader) {
    if (batch.getChild('kind')?.get(0) !== 'event') continue;
    for (const text of batch.getChild('event') ?? []) yield String(text);
  }
}

function endOf(texts: Iterable<string>): Pick<SessionDescription, 'status' | 'wallMs' | 'endsAtNs'> {
  let endsAtNs = 0;
  let status: RunStatus = 'unfinished';
  let wallMs: number | null = null;
  for (const text of texts) {
    const { data: event } = eventSchema.safeParse(JSON.parse(text));
    if (event === undefined) continue;
    if ('at' in event) endsAtNs = Math.max(endsAtNs, event.at);
    if (event.type !== 'ended') continue;
    status = event.status;
    wallMs = Number.isFinite(event.summary.wallMs) ? event.summary.wallMs : null;
  }
  return { status, wallMs, endsAtNs };
}
