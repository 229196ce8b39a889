import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { abortWhenStalled, bytesBelow } from '../../../scripts/lib/stall.mjs';
import { withWorkFolder } from '../../../scripts/lib/work-folder.mjs';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'poolscope-work-folder-'));
});
afterEach(() => rmSync(parent, { recursive: true }));

describe('a work folder', () => {
  it('is there while it is used, and gone after success and failure', async () => {
    const seen = await withWorkFolder(async (folder) => {
      writeFileSync(join(folder, 'half'), 'half');
      return folder;
    }, parent);
    expect(existsSync(seen)).toBe(false);
    await expect(withWorkFolder(() => Promise.reject(new Error('no')), parent)).rejects.toThrow('no');
    expect(readdirSync(parent)).toEqual([]);
  });

  it('of a process that is gone is removed; of a living one, or another folder, is left alone', async () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    for (const name of [`.poolscope-work-${gone}`, `.poolscope-work-${process.ppid}`, 'electron']) {
      mkdirSync(join(parent, name));
    }
    await withWorkFolder(async () => {}, parent);
    expect(readdirSync(parent).sort()).toEqual([`.poolscope-work-${process.ppid}`, 'electron']);
  });
});

describe('a download', () => {
  it('is as large as the files below its folders', () => {
    mkdirSync(join(parent, 'a', 'b'), { recursive: true });
    writeFileSync(join(parent, 'a', 'b', 'c'), '12345');
    writeFileSync(join(parent, 'd'), '12');
    expect(bytesBelow(parent)).toBe(7);
    expect(bytesBelow(join(parent, 'missing'))).toBe(0);
  });

  it('is given up once nothing arrives any more, and not before', async () => {
    const watch = abortWhenStalled([parent], 600);
    for (let arrived = 0; arrived < 8; arrived += 1) {
      appendFileSync(join(parent, 'part'), 'more');
      await sleep(150);
    }
    expect(watch.signal.aborted).toBe(false);
    await expect.poll(() => watch.signal.aborted, { timeout: 5000 }).toBe(true);
    watch.stop();
  });
});
