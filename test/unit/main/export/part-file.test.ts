import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { PartFile } from '../../../../src/main/export/part-file';

const folder = mkdtempSync(join(tmpdir(), 'poolscope-part-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('a file of pieces in any order has its name only when it is whole', async () => {
  const path = join(folder, 'whole.bin');
  const file = await PartFile.create(path);
  await file.write(bytes('world'), 6);
  await file.write(bytes('hello '), 0);
  expect(readdirSync(folder)).toEqual([`whole.bin.${process.pid}.part`]);
  await file.finish();
  expect(readdirSync(folder)).toEqual(['whole.bin']);
  expect(readFileSync(path, 'utf8')).toBe('hello world');
  expect(file.size).toBe(11);
});

test('one that is dropped leaves nothing, and what had its name before is as it was', async () => {
  const path = join(folder, 'dropped.bin');
  writeFileSync(path, 'before');
  const file = await PartFile.create(path);
  await file.write(bytes('half'), 0);
  await file.drop();
  await file.drop();
  expect(readFileSync(path, 'utf8')).toBe('before');
  expect(readdirSync(folder)).not.toContain(`dropped.bin.${process.pid}.part`);
});

test('one that cannot be made or written says so in a sentence', async () => {
  await expect(PartFile.create(join(folder, 'no', 'such.png'))).rejects.toThrow(
    /such\.png: could not be written \(its folder does not exist\)$/,
  );
  const file = await PartFile.create(join(folder, 'closed.bin'));
  await file.drop();
  await expect(file.write(bytes('late'), 0)).rejects.toThrow(/closed\.bin: could not be written/);
});
