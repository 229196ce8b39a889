/** Whether two paths lead to one file: as they stand, or by links. */
import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';

export async function isSameFile(path: string, other: string): Promise<boolean> {
  const [one, two] = await Promise.all([path, other].map((each) => realpath(each).catch(() => resolve(each))));
  return one === two;
}
