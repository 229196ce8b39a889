/**
 * Makes a session file of what a recording got to: whatever is half written at its end is cut off, the stream is ended,
 * and the file gets its name.
 */
import { open, rename, rm } from 'node:fs/promises';
import { END_OF_STREAM, walkMessages } from './walk-messages';

/** @param part `path` with `.part` behind it @returns whether there was anything in it; a file without is removed */
export async function settlePart(part: string, path: string): Promise<boolean> {
  const file = await open(part, 'r+');
  let whole = 0;
  let records = 0;
  try {
    for await (const { kind, end } of walkMessages(file)) {
      whole = end;
      if (kind === 'records') records++;
    }
    if (records > 0) {
      await file.truncate(whole);
      // A full disk has no room for it; readers take the end of the file as well.
      await file.write(END_OF_STREAM, 0, END_OF_STREAM.length, whole).catch(() => file.truncate(whole));
      await file.datasync();
    }
  } finally {
    await file.close();
  }
  if (records === 0) await rm(part, { force: true });
  else await rename(part, path);
  return records > 0;
}
