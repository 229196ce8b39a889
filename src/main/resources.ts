/** Where the files that ship with the app lie: beside the build in a clone, beside the archive when packaged. */
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

export const resource = (...path: readonly string[]): string => join(root, 'resources', ...path);
