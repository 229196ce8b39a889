/** A note inside the runtime's folder of where it came from. It is written last: a folder with it is whole. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NAME = 'poolscope-runtime.json';

/** @typedef {{ source: string, version: string }} RuntimeNote */

/** @param {string} folder @param {RuntimeNote} note */
export function writeNote(folder, note) {
  writeFileSync(join(folder, NAME), JSON.stringify(note));
}

/** @param {string} folder @returns {RuntimeNote | null} null where there is none */
export function readNote(folder) {
  const file = join(folder, NAME);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
