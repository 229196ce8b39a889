/** Libraries in folders of their own until the tests end. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';
import { Library } from '../../../../src/main/library/library';

const root = mkdtempSync(join(tmpdir(), 'poolscope-library-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let made = 0;

/** The built thread. */
export const THREAD = resolve(import.meta.dirname, '../../../../out/main/session-thread.js');

export function emptyLibrary(): Library {
  const folder = join(root, String(made++));
  mkdirSync(folder);
  return new Library(folder);
}

/** The library of a folder that is not there yet. */
export const newLibrary = (): Library => new Library(join(root, String(made++)));

export function put(library: Library, id: string, bytes: Uint8Array | string): string {
  const path = library.files.session(id);
  writeFileSync(path, bytes);
  return path;
}
