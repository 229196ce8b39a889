/** A folder for what is half done. Inside node_modules, so that the last rename stays on one file system. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from './is-alive.mjs';
import { inProject } from './paths.mjs';

const PREFIX = '.poolscope-work-';

/**
 * @template T
 * @param {(folder: string) => Promise<T>} use the folder is gone after it
 * @param {string} [parent]
 * @returns {Promise<T>}
 */
export async function withWorkFolder(use, parent = inProject('node_modules')) {
  await removeLeftovers(parent);
  const folder = join(parent, `${PREFIX}${process.pid}`);
  mkdirSync(folder);
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A killed process cannot tidy up: the next one does. What belongs to a living one stays. @param {string} parent */
async function removeLeftovers(parent) {
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    const owner = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length)) : Number.NaN;
    if (owner === process.pid || (owner > 0 && !isAlive(owner))) {
      await rm(join(parent, name), { recursive: true, force: true });
    }
  }
}
