import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { quoted } from '../../../scripts/associate/linux.mjs';
import { additions, removals } from '../../../scripts/associate/windows.mjs';

const ROOT = resolve(import.meta.dirname, '../../..');
const data = mkdtempSync(join(tmpdir(), 'poolscope-data-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

const associate = (...args: string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'scripts', 'associate.mjs'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, XDG_DATA_HOME: data },
  });

const OURS = [
  'mime/packages/poolscope.xml',
  'applications/poolscope.desktop',
  'icons/hicolor/512x512/apps/poolscope.png',
].map((path) => join(data, path));

describe.skipIf(process.platform !== 'linux')('on Linux', () => {
  it('session files get a type, and an application that opens them, in the user’s own data folder', () => {
    const { status, stderr } = associate();
    expect(stderr).toMatch(/^Session files \(\.poolscope\) open in Poolscope\./);
    expect(status).toBe(0);
    const [type = '', desktop = '', icon = ''] = OURS;
    expect(readFileSync(type, 'utf8')).toContain('<glob pattern="*.poolscope"/>');
    const entry = readFileSync(desktop, 'utf8');
    expect(entry).toContain(`Exec="${process.execPath}" "${join(ROOT, 'bin', 'poolscope')}" %f\n`);
    expect(entry).toContain('MimeType=application/x-poolscope;');
    expect(existsSync(icon)).toBe(true);
    // Once more changes nothing.
    expect(associate().status).toBe(0);
    expect(readFileSync(desktop, 'utf8')).toBe(entry);
  });

  it('and lose both again', () => {
    expect(associate('--remove').status).toBe(0);
    expect(OURS.filter((path) => existsSync(path))).toEqual([]);
    expect(associate('--remove').status).toBe(0);
  });

  it('anything else is refused in one sentence', () => {
    const { status, stderr } = associate('--all');
    expect(status).toBe(1);
    expect(stderr).toBe('poolscope: expected npm run associate, or npm run associate -- --remove\n');
  });
});

describe('a path with characters of its own', () => {
  it('is one argument of a desktop entry', () => {
    expect(quoted('/home/Ada L/100% $x')).toBe('"/home/Ada L/100%% \\\\$x"');
    expect(quoted('/a"b\\c')).toBe('"/a\\\\"b\\\\\\\\c"');
  });
});

describe('on Windows', () => {
  it('keys of the current user only are added, and the same ones removed', () => {
    const added = additions('C:\\node.exe', 'C:\\Program Files\\poolscope');
    expect(added.every(([, key]) => key?.startsWith('HKCU\\Software\\Classes\\'))).toBe(true);
    expect(added[1]).toContain('"C:\\node.exe" "C:\\Program Files\\poolscope" "%1"');
    const removed = removals().map(([, key]) => key ?? '');
    for (const [, key] of added) expect(removed.some((gone) => key?.startsWith(gone))).toBe(true);
  });
});
