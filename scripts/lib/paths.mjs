/** Where things lie in the project. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** @param {...string} parts @returns {string} */
export const inProject = (...parts) => join(ROOT, ...parts);
