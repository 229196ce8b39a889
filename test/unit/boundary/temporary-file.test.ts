import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { removeOldFiles, temporaryFile } from '../../../src/boundary/temporary-file';

const folder = mkdtempSync(join(tmpdir(), 'poolscope-old-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('removes files of processes that are gone once they are old, and no others', () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  const mine = basename(temporaryFile('mark'));
  const theirs = mine.replace(String(process.pid), String(pid));
  const others = [mine, 'psm_1234', `poolscope-${pid}.txt`, `${theirs}.more.txt`];
  for (const file of [theirs, ...others]) writeFileSync(join(folder, file), '');
  expect(removeOldFiles([folder])).toBe(0);
  const later = Date.now() + 11 * 60_000;
  expect(removeOldFiles([folder, join(folder, 'nowhere')], later)).toBe(1);
  expect(readdirSync(folder).sort()).toEqual([...others].sort());
});

it('removes those of a process that had the number of this one', () => {
  const file = join(folder, basename(temporaryFile('mark')));
  writeFileSync(file, '');
  const hourAgo = Date.now() / 1000 - 3600;
  utimesSync(file, hourAgo, hourAgo);
  expect(removeOldFiles([folder])).toBe(1);
});
