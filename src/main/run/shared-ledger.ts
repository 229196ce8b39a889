/**
 * Which shared memory and semaphores this process has made, on disk: what a killed process left behind is found at
 * the next start, and removed. A file a process, named by its PID. Nothing else is ever touched.
 */
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isAlive } from '../../boundary/is-alive';
import { makerOf } from '../../boundary/shared-memory/names';
import { type SharedSystem, sharedSystem } from '../../boundary/shared-memory/system';
import { reasonOf } from '../export/write-file';

const mine = new Set<string>();

/** Of this user: names of others could not be removed anyway. Windows has a folder for temporary files for each of them. */
export const ledgerFolder = (): string => join(tmpdir(), `poolscope-shared-${process.getuid?.() ?? 'names'}`);

/** Before they are made: a process can be killed at any moment. @throws Error in one sentence where that cannot be noted */
export function remember(names: readonly string[], folder = ledgerFolder()): void {
  for (const name of names) mine.add(name);
  try {
    write(folder);
  } catch (error) {
    for (const name of names) mine.delete(name);
    const why = `the names of shared memory could not be noted there (${reasonOf(error)})`;
    throw new Error(`${folder}: ${why}, and it would stay if Poolscope were killed`);
  }
}

/** After they are gone. Never throws: a name that stands for nothing does no harm. */
export function forget(names: readonly string[], folder = ledgerFolder()): void {
  for (const name of names) mine.delete(name);
  try {
    write(folder);
  } catch (error) {
    console.error(error);
  }
}

function write(folder: string): void {
  const path = join(folder, `${process.pid}.txt`);
  if (mine.size === 0) {
    rmSync(path, { force: true });
    return;
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!isOwn(folder)) throw new Error('it is not a folder of this user');
  writeFileSync(path, [...mine].join('\n'));
}

/** Where everybody may make folders, another user may have made this one: what lies in it is not to be trusted. */
function isOwn(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() === true && (process.getuid === undefined || found.uid === process.getuid());
}

/** @returns names of what was left behind, and is gone now */
export async function removeLeftBehind(folder = ledgerFolder()): Promise<readonly string[]> {
  const removed: string[] = [];
  for (const file of isOwn(folder) ? readdirSync(folder) : []) {
    const pid = Number(/^(\d+)\.txt$/.exec(file)?.[1] ?? Number.NaN);
    // One with this process's own number was there before it: in a container numbers come again soon.
    if (Number.isNaN(pid) || (pid !== process.pid && isAlive(pid))) continue;
    try {
      removed.push(...removeNames(await sharedSystem(), pid, join(folder, file)));
    } catch (error) {
      // The others can be removed all the same.
      console.error(error);
    }
  }
  return removed;
}

function removeNames(system: SharedSystem, pid: number, path: string): readonly string[] {
  const names = readFileSync(path, 'utf8').split('\n');
  // Only what that process has made: the file could hold anything.
  const removed = names.filter((name) => makerOf(name) === pid && !mine.has(name) && removeName(system, name));
  if (pid === process.pid) write(dirname(path));
  else rmSync(path, { force: true });
  return removed;
}

/** A name can stand for a segment or for a semaphore. */
function removeName(system: SharedSystem, name: string): boolean {
  const memory = system.unlink(name);
  const semaphore = system.unlinkSemaphore(name);
  return memory || semaphore;
}
