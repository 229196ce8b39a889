/** `poolscope export`: a run from a file as a file of another kind. */
import { isDataFormat } from '../../shared/window-export';
import { DrawingError } from '../export/picture/draw-export';
import { isSameFile } from '../export/same-file';
import { openSource, type SourceRun } from '../export/source-run';
import { type DataRequest, writeData } from '../export/write-data';
import { checkWritable, WriteFileError } from '../export/write-file';
import { OpenFileError } from '../files/detect-format';
import { TraceFileError } from '../import/trace-file-error';
import { SessionFileError } from '../session/read-session';
import { drawSession } from './draw-session';
import { STATUS } from './exit-status';
import { EXPORT_FORMATS, type ExportFlags } from './export-formats';
import { misusedFlag } from './flag-use';
import { whenInterrupted } from './interruption';
import { say } from './output';
import { FlagError, pictureOptions } from './picture-flags';
import { showShare } from './progress';

export async function exportSession(path: string, flags: ExportFlags): Promise<number> {
  const cancel = new AbortController();
  const interrupted = whenInterrupted(() => cancel.abort(new Error('interrupted')));
  try {
    const write = writerOf(path, flags, cancel.signal);
    if (flags.out === '') throw new FlagError('--out: expected the name of a file, got ""');
    // The file would be gone once the other one is written.
    if (await isSameFile(flags.out, path)) throw new FlagError('--out: expected another file than the one to export');
    await checkWritable(flags.out);
    const run = await openSource(path, cancel.signal);
    await write(run);
    const trouble = run.trouble();
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
function writerOf(path: string, flags: ExportFlags, signal: AbortSignal): (run: SourceRun) => Promise<void> {
  const { format, out } = flags;
  const known = EXPORT_FORMATS.find((name) => name === format);
  if (known === undefined) throw new FlagError(`--format: expected one of ${EXPORT_FORMATS.join(', ')}`);
  const misused = misusedFlag(known, flags);
  if (misused !== null) throw new FlagError(misused);
  if (isDataFormat(known))
    return (run) => withProgress(`writing ${known}`, { path: out, format: known, source: { path, run }, signal });
  const options = pictureOptions(flags);
  return ({ events }) => drawSession(out, events, options, signal);
}

async function withProgress(what: string, request: Omit<DataRequest, 'onProgress'>): Promise<void> {
  const progress = showShare(what);
  try {
    const note = await writeData({ ...request, onProgress: progress.set });
    progress.end();
    if (note !== null) say(`poolscope: ${note}`);
  } finally {
    progress.end();
  }
}

function isExpected(error: unknown): error is Error {
  const kinds = [SessionFileError, OpenFileError, TraceFileError, WriteFileError, FlagError, DrawingError];
  return kinds.some((kind) => error instanceof kind);
}
