/** A session file as it is, in a page that shows it. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dataTrouble } from '../../../shared/data-trouble';
import { formatBytes } from '../../../shared/format';
import type { DataRequest } from '../write-data';
import { WriteFileError } from '../write-file';
import { MOST_SESSION_BYTES, writePage } from './write-page';

/** @throws WriteFileError, or the signal's reason */
export async function writeSessionPage({ path, source, signal, onProgress }: DataRequest): Promise<void> {
  const { run } = source;
  const trouble = dataTrouble('html', { own: false, isSession: run.format === 'session', tasks: 0 });
  if (trouble !== null) throw new WriteFileError(`${source.path}: ${trouble}`);
  const { size } = await stat(source.path);
  if (size > MOST_SESSION_BYTES) {
    throw new WriteFileError(
      `${source.path}: has ${formatBytes(size)}, and browsers open pages with up to ${formatBytes(MOST_SESSION_BYTES)} of a session`,
    );
  }
  // So that what is said of a damaged file is said here, too.
  for await (const _ of run.events) signal.throwIfAborted();
  const pieces = createReadStream(source.path);
  await writePage(path, { title: run.title, pieces, signal, onProgress: (bytes) => onProgress(bytes / size) });
}
