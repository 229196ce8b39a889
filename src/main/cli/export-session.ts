/** `poolscope export`: a session as a file of another kind. */

import type { RecordedRun } from '../export/chrome-trace/recorded-run';
import { RunCollector } from '../export/run-collector';
import { writeCsv } from '../export/write-csv';
import { checkWritable, WriteFileError } from '../export/write-file';
import { writeTrace } from '../export/write-trace';
import { readSession, SessionFileError } from '../session/read-session';
import { STATUS } from './exit-status';
import { EXPORT_FORMATS, type ExportFlags, type ExportFormat } from './export-formats';
import { say } from './output';

const writers: Readonly<Record<ExportFormat, (path: string, run: RecordedRun) => Promise<void>>> = {
  trace: writeTrace,
  csv: writeCsv,
};

export async function exportSession(path: string, { format, out }: ExportFlags): Promise<number> {
  const known = EXPORT_FORMATS.find((name) => name === format);
  try {
    if (known === undefined) throw new WriteFileError(`--format: expected one of ${EXPORT_FORMATS.join(', ')}`);
    await checkWritable(out);
    const session = await readSession(path);
    const collector = new RunCollector();
    for await (const event of session.events) collector.take(event);
    const trouble = session.trouble();
    // What could be read is exported all the same.
    if (trouble !== null) say(`poolscope: ${trouble}`);
    await writers[known](out, collector.run);
    return STATUS.ok;
  } catch (error) {
    if (!(error instanceof SessionFileError || error instanceof WriteFileError)) throw error;
    say(`poolscope: ${error.message}`);
    return STATUS.usage;
  }
}
