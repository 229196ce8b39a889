/** Files that are being written, under a name of their own until they are whole, and what is left of them by processes that were killed. */
import { readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isAlive } from '../../boundary/is-alive';

/** What a file is called until it is whole. */
export const unfinishedName = (path: string): string => `${path}.${process.pid}.part`;

/** A process of another container or computer may look dead from here: one that writes does so more often. */
const OLD_MS = 600_000;

/** Removes what killed processes have left of files of this name. What cannot be removed stays, and is no trouble. */
export async function removeLeftOver(path: string, nowMs = Date.now()): Promise<void> {
  const folder = dirname(resolve(path));
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = pidIn(name, basename(path));
    if (pid === null || isAlive(pid)) continue;
    const file = join(folder, name);
    const changedAt = await stat(file).then(
      ({ mtimeMs }) => mtimeMs,
      () => nowMs,
    );
    if (nowMs - changedAt >= OLD_MS) await rm(file, { force: true }).catch(() => undefined);
  }
}

/** Of the process that writes or wrote a file of that name; null: it is another file. */
function pidIn(file: string, name: string): number | null {
  if (!file.startsWith(`${name}.`)) return null;
  const pid = /^(\d+)\.part$/.exec(file.slice(name.length + 1))?.[1];
  return pid === undefined ? null : Number(pid);
}
