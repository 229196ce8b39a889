import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadModule } from '../../../src/workers/load-module';

const folder = new URL('../../fixtures/modules/', import.meta.url).pathname;
const words = join(folder, 'words.mjs');

describe('a module of the user’s', () => {
  it('gives its default export and its named ones', async () => {
    expect((await loadModule(words, 'default'))(2, 3)).toBe(5);
    expect((await loadModule(words, 'shout'))('a')).toBe('A');
  });

  it('may be CommonJS', async () => {
    const common = join(folder, 'common.cjs');
    expect((await loadModule(common, 'default'))(2)).toBe(3);
    expect((await loadModule(common, 'double'))(4)).toBe(8);
  });

  it('that is not there is named', async () => {
    const file = join(folder, 'none.mjs');
    await expect(loadModule(file, 'default')).rejects.toThrow(`${file}: there is no such file`);
  });

  it('that is a folder is refused', async () => {
    await expect(loadModule(folder, 'default')).rejects.toThrow('expected a file, this is none');
  });

  it('without the export says what it has', async () => {
    await expect(loadModule(words, 'zip')).rejects.toThrow('there is no export "zip"; it has');
    await expect(loadModule(words, 'zip')).rejects.toThrow('later');
  });

  it('whose export is no function says what it is', async () => {
    await expect(loadModule(words, 'answer')).rejects.toThrow(
      'expected the export "answer" to be a function, it is a number',
    );
  });
});
