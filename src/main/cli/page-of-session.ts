/** `poolscope export --format html`: the session file as it is, in a page that shows it. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { formatBytes } from '../../shared/format';
import { MOST_SESSION_BYTES, writePage } from '../export/page/write-page';
import { WriteFileError } from '../export/write-file';
import type { Session } from '../session/read-session';
import { showShare } from './progress';

/** @throws WriteFileError, or the signal's reason */
export async function pageOfSession(out: string, path: string, session: Session, signal: AbortSignal): Promise<void> {
  const { size } = await stat(path);
  if (size > MOST_SESSION_BYTES) {
    throw new WriteFileError(
      `${path}: has ${formatBytes(size)}, and browsers open pages with up to ${formatBytes(MOST_SESSION_BYTES)} of a session`,
    );
  }
  // So that what is said of a damaged file is said here, too.
  for await (const _ of session.events) signal.throwIfAborted();
  const progress = showShare('writing html');
  try {
    const pieces = createReadStream(path);
    const { title } = session.started;
    await writePage(out, { title, pieces, signal, onProgress: (bytes) => progress.set(bytes / size) });
  } finally {
    progress.end();
  }
}
