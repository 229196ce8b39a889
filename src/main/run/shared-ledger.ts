/**
 * Which shared memory and semaphores this process has made, on disk: what a killed process left behind is found by the
 * next one that makes some, and removed. A file a process, named by its PID. Nothing else is ever touched.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../../boundary/is-alive';
import { makerOf } from '../../boundary/shared-memory/names';
import { type SharedSystem, sharedSystem } from '../../boundary/shared-memory/system';

const mine = new Set<string>();

/** Of this user: names of others could not be removed anyway. */
export const ledgerFolder = (): string => join(tmpdir(), `poolscope-shared-${userInfo().username}`);

/** Before they are made: a process can be killed at any moment. */
export function remember(names: readonly string[], folder = ledgerFolder()): void {
  for (const name of names) mine.add(name);
  write(folder);
}

/** After they are gone. */
export function forget(names: readonly string[], folder = ledgerFolder()): void {
  for (const name of names) mine.delete(name);
  write(folder);
}

function write(folder: string): void {
  const path = join(folder, `${process.pid}.txt`);
  if (mine.size === 0) {
    rmSync(path, { force: true });
    return;
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(path, [...mine].join('\n'));
}

/** @returns names of what was left behind, and is gone now */
export async function removeLeftBehind(folder = ledgerFolder()): Promise<readonly string[]> {
  const removed: string[] = [];
  for (const file of filesIn(folder)) {
    const pid = Number(/^(\d+)\.txt$/.exec(file)?.[1] ?? Number.NaN);
    if (Number.isNaN(pid) || isAlive(pid)) continue;
    const path = join(folder, file);
    const names = readFileSync(path, 'utf8').split('\n');
    const system = await sharedSystem();
    // Only what that process has made: the file could hold anything.
    removed.push(...names.filter((name) => makerOf(name) === pid && removeName(system, name)));
    rmSync(path, { force: true });
  }
  return removed;
}

/** A name can stand for a segment or for a semaphore. */
function removeName(system: SharedSystem, name: string): boolean {
  const memory = system.unlink(name);
  const semaphore = system.unlinkSemaphore(name);
  return memory || semaphore;
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Nobody has ever shared anything.
    return [];
  }
}
