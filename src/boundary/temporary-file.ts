/** Where the files between a pool and its workers lie. Their names are gone as soon as both sides hold them. */
import { randomUUID } from 'node:crypto';
import { accessSync, constants, readdirSync, statSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from './is-alive';

/** A file system in memory, where there is one: Linux has it here. */
const MEMORY = '/dev/shm';

/** A path that nobody else has. @param kind ends the name */
export function temporaryFile(kind: string): string {
  return join(memoryFolder() ?? tmpdir(), `poolscope-${process.pid}-${randomUUID()}.${kind}`);
}

/** The same on a disk, for a file that is there to be read as files are. */
export function diskFile(kind: string): string {
  return join(tmpdir(), `poolscope-${process.pid}-${randomUUID()}.${kind}`);
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

const OURS = /^poolscope-(\d+)-[0-9a-f-]{36}\.\w+$/;
/** A file in use is written to more often; a process of another container may look dead from here. */
const OLD_MS = 600_000;

/** Removes what processes that were killed could not. @returns how many files */
export function removeOldFiles(folders = [MEMORY, tmpdir()], nowMs = Date.now()): number {
  let removed = 0;
  for (const folder of folders) {
    for (const file of filesIn(folder)) {
      const pid = OURS.exec(file)?.[1];
      const path = join(folder, file);
      if (pid === undefined || nowMs - changedAt(path) < OLD_MS || isInUse(path, Number(pid))) continue;
      removeQuietly(path);
      removed++;
    }
  }
  return removed;
}

/** One older than this process is of another that had its number: in a container numbers come again soon. */
const isInUse = (path: string, pid: number): boolean =>
  pid === process.pid ? changedAt(path) >= performance.timeOrigin : isAlive(pid);

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Not every system has it.
    return [];
  }
}

/** ms since the epoch; now where it has just gone. */
function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
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
