/** What this process holds: handles, files, memory. */
import { readdirSync, readlinkSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const MB = 1024 * 1024;

/** Memory in use after a full collection, in MB. */
export function heldMb(): number {
  // What a finalizer lets go of is there for the next collection only.
  collectGarbage();
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MB;
}

export const residentMb = (): number => process.memoryUsage.rss() / MB;

/** Electron before this major keeps /dev/null open once for each utility process: electron/electron#47515. */
const FIRST_WITHOUT_LEAK = 38;

/** Open files, pipes and sockets by name, with how many there are of each; null where nobody can tell. */
export function openFiles(): Record<string, number> | null {
  if (process.platform !== 'linux') return null;
  const leaky = Number.parseInt(process.versions.electron ?? String(FIRST_WITHOUT_LEAK), 10) < FIRST_WITHOUT_LEAK;
  const count: Record<string, number> = {};
  for (const name of readdirSync('/proc/self/fd')) {
    const target = targetOf(name);
    if (target !== null && !(leaky && target === '/dev/null')) count[target] = (count[target] ?? 0) + 1;
  }
  return count;
}

/** What a descriptor leads to, without numbers; null for the one that listed them. */
function targetOf(descriptor: string): string | null {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`).replace(/\d+/g, 'N');
  } catch {
    return null;
  }
}

/** Kinds of resources that keep the event loop alive, and how many of each. */
export function resources(): Record<string, number> {
  const count: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) count[kind] = (count[kind] ?? 0) + 1;
  return count;
}

/** Files of this process's pools that still have a name. */
export function namedFiles(): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/dev/shm').filter((name) => name.startsWith(`poolscope-${process.pid}-`));
}
