import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { dumps } from '../../../../src/boundary/pickle';
import type { FunctionSpec } from '../../../../src/shared/worker-protocol';
import { calls, makePool } from '../../../fixtures/pools';

const file = join(new URL('../../../fixtures/modules/', import.meta.url).pathname, 'words.mjs');
/** No package.json says what its .js files are. */
const folder = mkdtempSync(join(tmpdir(), 'poolscope-module-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const fromModule = (name: string): FunctionSpec => calls('module', { file, export: name });

describe('a function of the user’s, in real workers', () => {
  it('gets the item and gives its result', async () => {
    await using pool = makePool();
    expect(await pool.map(fromModule('shout'), ['a', 'b', 'c'])).toEqual(['A', 'B', 'C']);
  });

  it('gets the elements of a tuple as its arguments with starmap', async () => {
    await using pool = makePool();
    const add: FunctionSpec = { ...fromModule('default'), tuple: true };
    expect(
      await pool.starmap(add, [
        [1, 2],
        [3, 4],
      ]),
    ).toEqual([3, 7]);
  });

  it('may be asynchronous: its result is awaited, and chunks still run one after the other', async () => {
    await using pool = makePool({ processes: 1, prefetch: 8 });
    const positions: number[] = [];
    for await (const { position } of pool.imapUnordered(fromModule('later'), [30, 1, 1])) positions.push(position);
    expect(positions).toEqual([0, 1, 2]);
    expect(await pool.map(fromModule('later'), [3, 2, 1], 3)).toEqual([6, 4, 2]);
  });

  it('fails its task when it raises, at once or later, and ends its chunk', async () => {
    await using pool = makePool({ processes: 1 });
    await expect(pool.apply(fromModule('raise'), 'now')).rejects.toMatchObject({ name: 'RangeError', message: 'now' });
    const later = fromModule('raiseLater');
    await expect(pool.apply(later, 'later')).rejects.toMatchObject({ name: 'TypeError', message: 'later' });
    await expect(pool.map(later, ['first', 'second'], 2)).rejects.toThrow('first');
    expect(pool.workers).toHaveLength(1);
  });

  it('has an initializer that every worker calls before anything else, replacements too', async () => {
    const initializer = { spec: { ...fromModule('setup'), tuple: true }, args: dumps(['> ']) };
    await using pool = makePool({ processes: 2, maxTasksPerChild: 1, initializer });
    expect(await pool.map(fromModule('shout'), ['a', 'b', 'c', 'd'], 1)).toEqual(['> A', '> B', '> C', '> D']);
    expect(pool.workers.length).toBeGreaterThan(2);
  });

  it('breaks the pool with one sentence when its initializer raises in every worker', async () => {
    const initializer = { spec: { ...fromModule('raise'), tuple: true }, args: dumps(['no licence']) };
    await using pool = makePool({ initializer });
    await expect(pool.ready).rejects.toMatchObject({
      name: 'BrokenProcessPool',
      message: expect.stringContaining('RangeError: no licence'),
    });
  });

  it('with an error in its syntax, its own or of a file that it imports, is told with the line', async () => {
    await using pool = makePool({ processes: 1 });
    const broken = write('broken.mjs', 'export const fine = 1;\n\nexport const broken = ;\n');
    const importing = write('importing.mjs', "import './broken.mjs';\nexport default () => 1;\n");
    const required = write('required.cjs', '\nmodule.exports = {;\n');
    for (const [file, place] of [
      [broken, `${broken}:3`],
      [importing, `${broken}:3`],
      [required, `${required}:2`],
    ]) {
      const spec = calls('module', { file, export: 'default' });
      await expect(pool.define(spec)).rejects.toThrow(`${file}: cannot be loaded: SyntaxError at ${place}: Unexpected`);
    }
  });

  it('that raises while it is loaded, or imports what is not there, is told in one line', async () => {
    await using pool = makePool({ processes: 1 });
    const raising = write('raising.mjs', "\nthrow new RangeError('no licence\\nsecond line');\n");
    const lacking = write('lacking.mjs', "import 'no-such-package';\n");
    const sentenceOf = (file: string): Promise<string> =>
      pool.define(calls('module', { file, export: 'default' })).then(String, (error: Error) => error.message);
    expect(await sentenceOf(raising)).toBe(`${raising}: cannot be loaded: RangeError at ${raising}:2: no licence`);
    expect(await sentenceOf(lacking)).toMatch(
      /^\S+lacking\.mjs: cannot be loaded: Error: Cannot find package 'no-such-/,
    );
  });

  it('may be an ES module that is named .js, with no package.json to say so', async () => {
    await using pool = makePool({ processes: 1 });
    write('half.js', 'export const half = (n) => n / 2;\n');
    const file = write('quarter.js', "import { half } from './half.js';\nexport default (n) => half(half(n));\n");
    expect(await pool.map(calls('module', { file, export: 'default' }), [4, 8])).toEqual([1, 2]);
  });

  it('that is not there is told before any task', async () => {
    await using pool = makePool();
    await pool.define(fromModule('shout'));
    await expect(pool.define(fromModule('zip'))).rejects.toMatchObject({
      name: 'ModuleError',
      message: expect.stringContaining('there is no export "zip"'),
    });
    await expect(pool.map(fromModule('zip'), [1])).rejects.toThrow('there is no export "zip"');
    expect(pool.counts.submitted).toBe(1);
  });
});
