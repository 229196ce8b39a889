/** Tells whether a file is still the one that it was: another program, or another window, may have written it since. */
import { stat } from 'node:fs/promises';

/** @returns something that changes with the file; null where there is none */
export async function fileStamp(path: string): Promise<string | null> {
  try {
    const { dev, ino, size, mtimeNs } = await stat(path, { bigint: true });
    return [dev, ino, size, mtimeNs].join(' ');
  } catch {
    return null;
  }
}
