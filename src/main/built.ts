/** Where the built files lie. This module may end up in the entry of main or in one of its chunks, a folder deeper. */
import { basename, dirname, join } from 'node:path';

const here = import.meta.dirname;
const main = basename(here) === 'chunks' ? dirname(here) : here;

/** A path in the folder of all that is built: `renderer`, `preload/index.cjs`. */
export const built = (...path: readonly string[]): string => join(main, '..', ...path);
