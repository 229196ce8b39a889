/** A file name that every file system takes, from what a person wrote. */

import { extname } from 'node:path';

/** @param otherwise where nothing is left of it */
export function fileName(name: string, otherwise: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return plain === '' ? otherwise : plain;
}

/** As a dialog gives it: not every system adds what the file is to end with. */
export const withEnding = (path: string, ending: string): string => (extname(path) === '' ? `${path}.${ending}` : path);
