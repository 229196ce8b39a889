/** Where the files between a pool and its workers lie. Their names are gone as soon as both sides hold them. */
import { randomUUID } from 'node:crypto';
import { accessSync, constants, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system in memory, where there is one: Linux has it here. */
const MEMORY = '/dev/shm';

/** A path that nobody else has. @param kind ends the name */
export function temporaryFile(kind: string): string {
  return join(memoryFolder() ?? tmpdir(), `poolscope-${process.pid}-${randomUUID()}.${kind}`);
}

/** The same, or null where it would lie on a disk. */
export function memoryFile(kind: string): string | null {
  return memoryFolder() === null ? null : temporaryFile(kind);
}

export function removeQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was never made, or the other side has removed it already.
  }
}

function memoryFolder(): string | null {
  if (process.platform !== 'linux') return null;
  try {
    accessSync(MEMORY, constants.W_OK);
    return MEMORY;
  } catch {
    return null;
  }
}
