/**
 * Reads a session in a browser, without Node: the header at once, then the events, with pauses in which the page is drawn.
 * What is damaged or cut off is read up to there.
 */
import { RecordBatchReader, type Schema } from 'apache-arrow';
import type { RunEvent, RunStarted } from '../../shared/run-events';
import '../../shared/session/compression';
import { parseHeader } from '../../shared/session/parse-header';
import { BatchReader } from '../../shared/session/read-batch';
import { HEADER_KEY } from '../../shared/session/session-format';
import type { SessionHeader } from '../../shared/session/session-header';

export interface Recording {
  readonly header: SessionHeader;
  readonly started: RunStarted;
  /** After `started`. */
  readonly events: AsyncGenerator<RunEvent>;
  /** Once the events are at their end: one sentence on why there are no more; null: all are there. */
  trouble(): string | null;
}

/** Work is done in turns of this length. */
const TURN_MS = 24;

/** @throws Error with one sentence where there is no session in the bytes */
export async function readRecording(pieces: Iterable<Uint8Array>): Promise<Recording> {
  const reader = await RecordBatchReader.from(later(pieces))
    .then((made) => made.open())
    .catch(() => null);
  // Of bytes that are no Arrow stream the reader has no schema, whatever its type says.
  const text = (reader?.schema as Schema | undefined)?.metadata.get(HEADER_KEY);
  if (reader === null || text === undefined) throw new Error('There is no recording in this page, or it is damaged.');
  const header = parseHeader(text);
  let trouble: string | null = null;
  async function* events(): AsyncGenerator<RunEvent> {
    const batches = new BatchReader();
    let turnEnds = performance.now() + TURN_MS;
    let ended = false;
    try {
      for await (const batch of reader ?? []) {
        for (const event of batches.read(batch)) {
          ended ||= event.type === 'ended';
          yield event;
        }
        if (performance.now() < turnEnds) continue;
        await breath();
        turnEnds = performance.now() + TURN_MS;
      }
      if (!ended) trouble = 'The recording ends before its run does.';
    } catch {
      trouble = 'The recording is damaged or cut off; what could be read is shown.';
    }
  }
  return { header, started: startedBy(header), events: events(), trouble: () => trouble };
}

async function* later(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield piece;
}

const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function startedBy({ scenario, tasks, chunksize, mainPid, epochMs, annotations }: SessionHeader): RunStarted {
  const source = { kind: 'file', format: 'session', path: '' } as const;
  const rest = { title: scenario.name, source, beside: false, annotations };
  return { type: 'started', runId: 0, scenario, tasks, chunksize, mainPid, epochMs, ...rest };
}
