import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PartFile } from '../../../../src/main/export/part-file';
import { writeFile } from '../../../../src/main/export/write-file';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'poolscope-unfinished-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Of a process that has ended. */
const dead = spawnSync(process.execPath, ['-e', '']).pid;

function left(name: string, ageMs: number): void {
  const path = join(folder, name);
  writeFileSync(path, 'half');
  const at = new Date(Date.now() - ageMs);
  utimesSync(path, at, at);
}
const HOUR = 3_600_000;

describe('what a killed export has left', () => {
  test.each([
    ['a file of text', (path: string) => writeFile(path, ['whole'])],
    ['a file of pieces', async (path: string) => (await PartFile.create(path)).finish()],
  ])('is removed by the next one to the same name: %s', async (_, write) => {
    left(`a.csv.${dead}.part`, HOUR);
    await write(join(folder, 'a.csv'));
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });

  test('but not what may still be written, and nothing of another name', async () => {
    const kept = [`a.csv.${process.ppid}.part`, 'a.csv.part', `b.csv.${dead}.part`, `a.csv.x.${dead}.part`];
    for (const name of kept) left(name, HOUR);
    left(`a.csv.${dead}.part`, 1000);
    await writeFile(join(folder, 'a.csv'), ['whole']);
    expect(readdirSync(folder).toSorted()).toEqual([...kept, `a.csv.${dead}.part`, 'a.csv'].toSorted());
  });
});
