/** A run that is exported: always from a file, whether it was recorded here or comes from another tool. */
import { stat } from 'node:fs/promises';
import type { RunEvent } from '../../shared/run-events';
import { detectFormat, OpenFileError } from '../files/detect-format';
import { readers } from '../files/readers';
import { wholeEvents } from '../files/whole-events';

export interface SourceRun {
  readonly format: 'session' | 'trace';
  readonly title: string;
  /** Ending with `ended`. */
  readonly events: AsyncIterable<RunEvent>;
  /** Once `events` are at their end: why there are no more than that, or null for a file that is whole. */
  trouble(): string | null;
  /** Of the file that has been read so far, 0..1. */
  readShare(): number;
}

/** @throws Error with one sentence that names the file, where there is no run in it */
export async function openSource(path: string, signal: AbortSignal): Promise<SourceRun> {
  const format = await detectFormat(path);
  if (format === 'scenario' || format === 'workshop') {
    throw new OpenFileError(`${path}: expected a session or a trace, this is a ${format}`);
  }
  const read = (): ReturnType<(typeof readers)[typeof format]> => readers[format](path);
  const file = await read();
  const events = ofOneRun(wholeEvents(file, read, () => signal.aborted));
  const { size } = await stat(path);
  const readShare = (): number => Math.min(1, file.readBytes() / Math.max(1, size));
  return { format, title: file.started.title, events, trouble: () => file.trouble(), readShare };
}

/** Events tell the id that their run had when it was recorded; here they are of one run. */
async function* ofOneRun(events: AsyncIterable<RunEvent>): AsyncGenerator<RunEvent> {
  for await (const event of events) yield { ...event, runId: 0 };
}
