import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isSameFile } from '../../../../src/main/export/same-file';

const folder = mkdtempSync(join(tmpdir(), 'poolscope-same-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a file is the same by another path to it, and by a link', async () => {
  const path = join(folder, 'a.poolscope');
  writeFileSync(path, '');
  expect(await isSameFile(path, relative(process.cwd(), path))).toBe(true);
  if (process.platform !== 'win32') {
    symlinkSync(path, join(folder, 'link'));
    expect(await isSameFile(join(folder, 'link'), path)).toBe(true);
  }
  expect(await isSameFile(path, join(folder, 'b.poolscope'))).toBe(false);
  expect(await isSameFile(join(folder, 'none'), join(folder, '.', 'none'))).toBe(true);
});
