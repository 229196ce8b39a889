import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkWritable, WriteFileError, writeFile } from '../../../../src/main/export/write-file';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'poolscope-write-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function* brokenAfter(piece: string): Generator<string> {
  yield piece;
  throw new Error('the run could not be read');
}

describe('writing a file', () => {
  it('puts all pieces into it, and nothing else into its folder', async () => {
    const path = join(folder, 'a.json');
    await writeFile(path, ['one ', 'two ', 'ä']);
    expect(readFileSync(path, 'utf8')).toBe('one two ä');
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  it('leaves no half of it when something fails, and what was there before as it was', async () => {
    const path = join(folder, 'a.json');
    writeFileSync(path, 'before');
    await expect(writeFile(path, brokenAfter('half'))).rejects.toThrow(
      `${path}: could not be written (the run could not be read)`,
    );
    expect(readFileSync(path, 'utf8')).toBe('before');
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  it('ends when it is cancelled, and leaves what was there before as it was', async () => {
    const path = join(folder, 'a.json');
    writeFileSync(path, 'before');
    const cancel = new AbortController();
    let made = 0;
    function* endless(): Generator<string> {
      for (; ; made++) {
        if (made === 100) cancel.abort(new Error('cancelled'));
        yield 'x'.repeat(1000);
      }
    }
    await expect(writeFile(path, endless(), { signal: cancel.signal })).rejects.toThrow();
    expect(readFileSync(path, 'utf8')).toBe('before');
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  it('is cancelled in the last moment, too: nothing takes the name then', async () => {
    const cancel = new AbortController();
    const mayTakeName = async (): Promise<void> => cancel.abort(new Error('cancelled'));
    const written = writeFile(join(folder, 'a.json'), ['x'], { mayTakeName, signal: cancel.signal });
    await expect(written).rejects.toThrow('cancelled');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says that a folder is missing', async () => {
    const path = join(folder, 'none', 'a.json');
    await expect(writeFile(path, ['x'])).rejects.toThrow('its folder does not exist');
    await expect(checkWritable(path)).rejects.toThrow(`${path}: cannot be written (its folder does not exist)`);
  });

  it('says that it is a folder itself, before anything is written', async () => {
    mkdirSync(join(folder, 'a.json'));
    await expect(checkWritable(join(folder, 'a.json'))).rejects.toThrow(WriteFileError);
    await expect(checkWritable(join(folder, 'a.json'))).rejects.toThrow('it is a folder');
  });

  it.skipIf(process.platform === 'win32')('refuses to take the name of a device', async () => {
    symlinkSync('/dev/null', join(folder, 'a.json'));
    await expect(checkWritable(join(folder, 'a.json'))).rejects.toThrow('a.json: cannot be written (it is not a file)');
    await expect(checkWritable('/dev/null')).rejects.toThrow('it is not a file');
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('says that there is no permission', async () => {
    chmodSync(folder, 0o500);
    await expect(checkWritable(join(folder, 'a.json'))).rejects.toThrow('no permission');
    chmodSync(folder, 0o700);
  });

  it('has nothing against a new file, nor against one that can be replaced', async () => {
    await checkWritable(join(folder, 'new.json'));
    writeFileSync(join(folder, 'old.json'), '');
    await checkWritable(join(folder, 'old.json'));
    await checkWritable('relative.json');
    expect(readdirSync(folder)).toEqual(['old.json']);
  });
});
