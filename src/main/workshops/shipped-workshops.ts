/** The workshops that ship with the app, by the names of their files. */
import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import type { WorkshopFile } from '../../shared/workshop';
import { OpenFileError } from '../files/detect-format';
import { resource } from '../resources';
import { readWorkshop } from './read-workshop';

const ENDING = '.json';

export async function shippedNames(folder = resource('workshops')): Promise<string[]> {
  const files = await readdir(folder);
  return files
    .filter((file) => file.endsWith(ENDING))
    .map((file) => basename(file, ENDING))
    .sort();
}

/** @throws OpenFileError */
export async function readShipped(name: string): Promise<WorkshopFile> {
  const names = await shippedNames();
  if (!names.includes(name)) throw new OpenFileError(`expected one of ${names.join(', ')}, got ${name}`);
  return readWorkshop(resource('workshops', `${name}${ENDING}`), { name });
}
