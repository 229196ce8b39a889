/** `poolscope export`: a session as a file of another kind. */
import { resolve } from 'node:path';
import type { RecordedRun } from '../export/chrome-trace/recorded-run';
import { DrawingError } from '../export/picture/draw-export';
import { RunCollector } from '../export/run-collector';
import { writeCsv } from '../export/write-csv';
import { checkWritable, WriteFileError } from '../export/write-file';
import { writeTrace } from '../export/write-trace';
import { readSession, type Session, SessionFileError } from '../session/read-session';
import { drawSession } from './draw-session';
import { STATUS } from './exit-status';
import { type DataFormat, EXPORT_FORMATS, type ExportFlags } from './export-formats';
import { whenInterrupted } from './interruption';
import { say } from './output';
import { pageOfSession } from './page-of-session';
import { FlagError, pictureOptions } from './picture-flags';

const writers: Readonly<Record<DataFormat, (path: string, run: RecordedRun) => Promise<void>>> = {
  trace: writeTrace,
  csv: writeCsv,
};

export async function exportSession(path: string, flags: ExportFlags): Promise<number> {
  const cancel = new AbortController();
  const interrupted = whenInterrupted(() => cancel.abort(new Error('interrupted')));
  try {
    const write = writerOf(path, flags, cancel.signal);
    // The file would be gone before it is read.
    if (resolve(flags.out) === resolve(path))
      throw new FlagError('--out: expected another file than the one to export');
    await checkWritable(flags.out);
    const session = await readSession(path);
    await write(session);
    const trouble = session.trouble();
    // What could be read is exported all the same.
    if (trouble !== null) say(`poolscope: ${trouble}`);
    return STATUS.ok;
  } catch (error) {
    if (interrupted()) {
      say(`poolscope: interrupted; ${flags.out} was not written`);
      return STATUS.interrupted;
    }
    if (!isExpected(error)) throw error;
    say(`poolscope: ${error.message}`);
    return STATUS.usage;
  }
}

/** Checks the options before anything is read. @throws FlagError */
function writerOf(path: string, flags: ExportFlags, signal: AbortSignal): (session: Session) => Promise<void> {
  const { format, out } = flags;
  const known = EXPORT_FORMATS.find((name) => name === format);
  if (known === undefined) throw new FlagError(`--format: expected one of ${EXPORT_FORMATS.join(', ')}`);
  if (known === 'trace' || known === 'csv') return (session) => writeData(known, session, out, signal);
  if (known === 'html') return (session) => pageOfSession(out, path, session, signal);
  const options = pictureOptions(flags);
  return ({ events }) => drawSession(out, events, options, signal);
}

async function writeData(format: DataFormat, { events }: Session, out: string, signal: AbortSignal): Promise<void> {
  const collector = new RunCollector();
  for await (const event of events) {
    signal.throwIfAborted();
    collector.take(event);
  }
  await writers[format](out, collector.run);
}

function isExpected(error: unknown): error is Error {
  const kinds = [SessionFileError, WriteFileError, FlagError, DrawingError];
  return kinds.some((kind) => error instanceof kind);
}
