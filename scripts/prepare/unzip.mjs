/** Unpacks a zip file, but for the entries that are not wanted. Nothing leaves the folder. */
import { createWriteStream } from 'node:fs';
import { chmod, mkdir, realpath, symlink } from 'node:fs/promises';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';

const SYMLINK = 0o120000;
const TYPE_MASK = 0o170000;

/**
 * Where an entry goes. @throws Error for one that would leave the folder
 * @param {string} folder @param {string} name
 */
export function entryPath(folder, name) {
  const path = normalize(join(folder, name));
  if (name.startsWith('/') || name.includes('\\') || !path.startsWith(folder + sep)) {
    throw new Error(`the archive has an entry outside its folder: ${name}`);
  }
  return path;
}

/**
 * @param {string} file @param {string} folder
 * @param {(name: string) => boolean} isWanted
 */
export async function unzip(file, folder, isWanted) {
  const zip = await open(file);
  await new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(undefined));
    zip.on('entry', (entry) => {
      unpack(zip, entry, folder, isWanted).then(() => zip.readEntry(), reject);
    });
    zip.readEntry();
  });
}

/** @param {string} file @returns {Promise<yauzl.ZipFile>} */
function open(file) {
  return new Promise((resolve, reject) => {
    yauzl.open(file, { lazyEntries: true }, (error, zip) => (error ? reject(error) : resolve(zip)));
  });
}

/**
 * @param {yauzl.ZipFile} zip @param {yauzl.Entry} entry @param {string} folder
 * @param {(name: string) => boolean} isWanted
 */
async function unpack(zip, entry, folder, isWanted) {
  if (!isWanted(entry.fileName)) return;
  const path = entryPath(folder, entry.fileName);
  if (entry.fileName.endsWith('/')) {
    await mkdir(path, { recursive: true });
    return;
  }
  await mkdir(dirname(path), { recursive: true });
  // Symlinks that each stay inside can lead out together.
  if ((await realpath(dirname(path))) !== join(await realpath(folder), relative(folder, dirname(path)))) {
    throw new Error(`the archive has an entry below a symlink: ${entry.fileName}`);
  }
  const mode = entry.externalFileAttributes >>> 16;
  const contents = await read(zip, entry);
  if ((mode & TYPE_MASK) === SYMLINK) {
    const target = await text(contents);
    // Joined to its folder, an absolute target would look as if it lay there.
    entryPath(folder, target.startsWith('/') ? target : join(dirname(entry.fileName), target));
    await symlink(target, path);
    return;
  }
  await pipeline(contents, createWriteStream(path, { flags: 'wx' }));
  if (mode !== 0) await chmod(path, mode & 0o777);
}

/** @param {yauzl.ZipFile} zip @param {yauzl.Entry} entry @returns {Promise<import('node:stream').Readable>} */
function read(zip, entry) {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}
