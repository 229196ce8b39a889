import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAlive } from '../../../scripts/lib/is-alive.mjs';
import { alone, livingOwners, noteProgram } from '../../../scripts/lib/lock.mjs';

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'poolscope-lock-'));
  lock = join(folder, 'below', 'prepare.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

const gone = (): number => spawnSync(process.execPath, ['-e', '']).pid;

describe('a lock', () => {
  it('is there while it is used, names programs as well, and is gone after success and failure', async () => {
    await alone(lock, async () => {
      noteProgram(4_000_000);
      expect(readFileSync(lock, 'utf8')).toBe(`${process.pid}\n4000000\n`);
    });
    await expect(alone(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    noteProgram(4_000_000);
    expect(readdirSync(join(folder, 'below'))).toEqual([]);
  });

  it('keeps others waiting until it is given back', async () => {
    const order: string[] = [];
    const first = alone(lock, async () => {
      await sleep(100);
      order.push('first');
    });
    const second = alone(lock, async () => void order.push('second'));
    await Promise.all([first, second]);
    expect(order).toEqual(['first', 'second']);
  });

  it('outlives its owner while a program that the owner started still runs', async () => {
    await alone(lock, async () => {});
    const program = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
    writeFileSync(lock, `${gone()}\n${program.pid}\n`);
    let entered = false;
    const waiting = alone(lock, async () => {
      entered = true;
    });
    await sleep(200);
    expect(entered).toBe(false);
    program.kill('SIGKILL');
    await waiting;
    expect(entered).toBe(true);
    expect(existsSync(lock)).toBe(false);
  });

  it('whose owners are gone, or which nobody has touched for long, is nobody’s', async () => {
    await alone(lock, async () => {});
    writeFileSync(lock, `${gone()}\n`);
    expect(livingOwners(lock)).toBeNull();
    writeFileSync(lock, `${process.pid}\n`);
    expect(livingOwners(lock)).toEqual([process.pid]);
    const longAgo = new Date(Date.now() - 3_600_000);
    utimesSync(lock, longAgo, longAgo);
    expect(livingOwners(lock)).toBeNull();
    await alone(lock, async () => {});
  });
});

describe('a process', () => {
  it('is alive until it ends', async () => {
    expect(isAlive(process.pid)).toBe(true);
    expect(isAlive(gone())).toBe(false);
  });

  it.skipIf(process.platform !== 'linux')('that has ended is not alive before it is buried either', async () => {
    // The shell starts a child, then becomes a program that never asks how it went.
    const parent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 60']);
    const child = Number(await new Promise((resolve) => parent.stdout.once('data', resolve)));
    await sleep(500);
    expect(existsSync(`/proc/${child}`)).toBe(true);
    expect(isAlive(child)).toBe(false);
    parent.kill('SIGKILL');
  });
});
