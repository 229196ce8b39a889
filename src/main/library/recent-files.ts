/** Files that were opened last, wherever they lie. */
import { stat } from 'node:fs/promises';
import { MOST_RECENT_FILES } from '../../shared/settings';

/** @returns the list with this file first, and no file twice */
export function withRecent(files: readonly string[], path: string): string[] {
  return [path, ...files.filter((file) => file !== path)].slice(0, MOST_RECENT_FILES);
}

/** @returns those that are still there */
export async function stillThere(files: readonly string[]): Promise<string[]> {
  const found = await Promise.all(files.map((file) => stat(file).catch(() => null)));
  return files.filter((_, index) => found[index]?.isFile() === true);
}
