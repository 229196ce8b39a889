import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dumps } from '../../../../src/boundary/pickle';
import type { FunctionSpec } from '../../../../src/shared/worker-protocol';
import { calls, makePool } from '../../../fixtures/pools';

const file = join(new URL('../../../fixtures/modules/', import.meta.url).pathname, 'words.mjs');
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

  it('with an error in its syntax is told before any task', async () => {
    await using pool = makePool({ processes: 1 });
    const folder = mkdtempSync(join(tmpdir(), 'poolscope-module-'));
    const broken = join(folder, 'broken.mjs');
    writeFileSync(broken, 'export const broken = ;');
    const spec = calls('module', { file: broken, export: 'default' });
    await expect(pool.define(spec)).rejects.toThrow(`${broken}: cannot be loaded: SyntaxError`);
    rmSync(folder, { recursive: true });
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
