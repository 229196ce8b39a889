/** Writes a run as data of other tools, or as the data of a page. */
import { dataNote, dataTrouble } from '../../shared/data-trouble';
import type { DataFormat } from '../../shared/window-export';
import { writeSessionPage } from './page/write-session-page';
import { RunCollector } from './run-collector';
import type { SourceRun } from './source-run';
import { writeCsv } from './write-csv';
import { WriteFileError } from './write-file';
import { writeTrace } from './write-trace';

export interface DataRequest {
  readonly path: string;
  readonly format: DataFormat;
  readonly source: { readonly path: string; readonly run: SourceRun };
  readonly signal: AbortSignal;
  /** @param share of the work that is done, 0..1 */
  onProgress(share: number): void;
}

/** Of all work, as a guess. */
const READING = 0.2;

/**
 * @returns one sentence to be told with the file, or null
 * @throws WriteFileError, what the events throw, or the signal's reason; nothing is left of the file then
 */
export async function writeData(request: DataRequest): Promise<string | null> {
  const { path, format, source, signal, onProgress } = request;
  if (format === 'html') {
    await writeSessionPage(request);
    return null;
  }
  const collector = new RunCollector();
  for await (const event of source.run.events) {
    signal.throwIfAborted();
    collector.take(event);
    onProgress(READING * source.run.readShare());
  }
  signal.throwIfAborted();
  const { run, own } = collector;
  const parts = { own, isSession: source.run.format === 'session', tasks: run.data.table.length };
  const trouble = dataTrouble(format, parts);
  if (trouble !== null) throw new WriteFileError(`${source.path}: ${trouble}`);
  const onShare = (share: number): void => onProgress(READING + (1 - READING) * share);
  await (format === 'csv' ? writeCsv : writeTrace)(path, run, { signal, onShare });
  return dataNote(format, parts);
}
