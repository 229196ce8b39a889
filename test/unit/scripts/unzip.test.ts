import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entryPath, unzip } from '../../../scripts/prepare/unzip.mjs';
import { makeZip, type ZipEntry } from './make-zip';

const FILE = 0o100000;
const LINK = 0o120777;
const onUnix = it.skipIf(process.platform === 'win32');

let work: string;
let folder: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'poolscope-unzip-'));
  folder = join(work, 'out');
});
afterEach(() => rmSync(work, { recursive: true }));

async function unpack(entries: readonly ZipEntry[], isWanted: (name: string) => boolean = () => true): Promise<void> {
  const archive = join(work, 'archive.zip');
  writeFileSync(archive, makeZip(entries));
  await unzip(archive, folder, isWanted);
}

describe('an entry', () => {
  it('goes to its place in the folder', () => {
    expect(entryPath(folder, 'a/b.txt')).toBe(join(folder, 'a', 'b.txt'));
    expect(entryPath(folder, 'a/../b.txt')).toBe(join(folder, 'b.txt'));
    expect(entryPath(folder, 'a..b')).toBe(join(folder, 'a..b'));
  });

  for (const [what, name] of [
    ['that is absolute', '/etc/passwd'],
    ['that leads out of the folder', '../b.txt'],
    ['that leads out of it on a detour', 'a/../../b.txt'],
    ['that leads into a folder whose name begins alike', '../out-other/b.txt'],
    ['with a backslash', 'a\\b.txt'],
    ['that leads out by backslashes', '..\\b.txt'],
    ['that is the folder itself', 'a/..'],
    ['without a name', ''],
  ] as const) {
    it(`${what} is refused`, () => {
      expect(() => entryPath(folder, name)).toThrow(`the archive has an entry outside its folder: ${name}`);
    });
  }
});

describe('an archive', () => {
  it('is unpacked with its folders, stored and deflated', async () => {
    const long = 'the same again, '.repeat(5000);
    await unpack([
      { name: 'empty/' },
      { name: 'plain.txt', contents: 'plain' },
      { name: 'deep/er/long.txt', contents: long, deflated: true },
      { name: 'nothing.txt' },
    ]);
    expect(readdirSync(folder).sort()).toEqual(['deep', 'empty', 'nothing.txt', 'plain.txt']);
    expect(readdirSync(join(folder, 'empty'))).toEqual([]);
    expect(readFileSync(join(folder, 'plain.txt'), 'utf8')).toBe('plain');
    expect(readFileSync(join(folder, 'deep', 'er', 'long.txt'), 'utf8')).toBe(long);
    expect(readFileSync(join(folder, 'nothing.txt'), 'utf8')).toBe('');
  });

  it('is unpacked without what is not wanted', async () => {
    const asked: string[] = [];
    const entries = ['keep/a.txt', 'leave/', 'leave/b.txt'].map((name) => ({ name, contents: 'x' }));
    await unpack(entries, (name) => {
      asked.push(name);
      return name.startsWith('keep/');
    });
    expect(asked).toEqual(['keep/a.txt', 'leave/', 'leave/b.txt']);
    expect(readdirSync(folder)).toEqual(['keep']);
  });

  onUnix('gives its files the modes that it noted, and no more than permissions', async () => {
    await unpack([
      { name: 'program', contents: '#!/bin/sh', mode: FILE | 0o755 },
      { name: 'secret', contents: 'x', mode: FILE | 0o600 },
      { name: 'sandbox', contents: 'x', mode: FILE | 0o4755 },
    ]);
    const modeOf = (name: string): number => lstatSync(join(folder, name)).mode & 0o7777;
    expect(modeOf('program')).toBe(0o755);
    expect(modeOf('secret')).toBe(0o600);
    expect(modeOf('sandbox')).toBe(0o755);
  });

  onUnix('keeps its symlinks within the folder', async () => {
    await unpack([
      { name: 'lib/real.so.1', contents: 'code' },
      { name: 'lib/real.so', contents: 'real.so.1', mode: LINK },
      { name: 'bin/up.so', contents: '../lib/real.so', mode: LINK },
    ]);
    expect(readlinkSync(join(folder, 'lib', 'real.so'))).toBe('real.so.1');
    expect(readFileSync(join(folder, 'bin', 'up.so'), 'utf8')).toBe('code');
  });

  for (const [what, name, target] of [
    ['leads out of the folder', 'link', '../secret.txt'],
    ['leads out of it from below', 'deep/link', '../../secret.txt'],
    ['is absolute', 'link', '/etc/passwd'],
    ['is absolute, from below', 'deep/link', '/etc/passwd'],
  ] as const) {
    onUnix(`with a symlink that ${what} is refused`, async () => {
      await expect(unpack([{ name, contents: target, mode: LINK }])).rejects.toThrow('an entry outside its folder');
      expect(() => lstatSync(join(folder, name))).toThrow('ENOENT');
    });
  }

  onUnix('with an entry below a symlink, or in the place of one, is refused', async () => {
    const below = [
      { name: 'real/kept.txt', contents: 'x' },
      { name: 'link', contents: 'real', mode: LINK },
    ];
    await expect(unpack([...below, { name: 'link/b.txt', contents: 'x' }])).rejects.toThrow(
      'below a symlink: link/b.txt',
    );
    rmSync(folder, { recursive: true });
    await expect(unpack([...below, { name: 'link', contents: 'x' }])).rejects.toThrow('EEXIST');
    expect(readdirSync(join(folder, 'real'))).toEqual(['kept.txt']);
  });

  for (const name of ['../outside.txt', '/poolscope-outside.txt', 'a/../../outside.txt']) {
    it(`with the entry ${name} is refused, and nothing is written outside`, async () => {
      await expect(unpack([{ name, contents: 'x' }])).rejects.toThrow();
      expect(readdirSync(work)).toEqual(['archive.zip']);
      expect(existsSync('/poolscope-outside.txt')).toBe(false);
    });
  }

  it('that is cut short is refused', async () => {
    const archive = join(work, 'archive.zip');
    writeFileSync(archive, makeZip([{ name: 'a.txt', contents: 'x' }]).subarray(0, 40));
    await expect(unzip(archive, folder, () => true)).rejects.toThrow();
  });

  it('whose entry does not unpack is refused', async () => {
    const zip = makeZip([{ name: 'a.txt', contents: 'a'.repeat(1000), deflated: true }]);
    zip.fill(0xff, 30 + 'a.txt'.length, 30 + 'a.txt'.length + 4);
    writeFileSync(join(work, 'archive.zip'), zip);
    await expect(unzip(join(work, 'archive.zip'), folder, () => true)).rejects.toThrow();
  });

  it('without entries leaves nothing behind', async () => {
    await unpack([]);
    expect(existsSync(folder)).toBe(false);
  });
});
