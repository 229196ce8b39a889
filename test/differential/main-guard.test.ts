import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withoutGuard } from '../../src/renderer/lessons/without-guard';
import { BOOTSTRAPPING } from '../../src/workers/spawn-tree/runtime-error';
import { python } from './run-python';

const lesson = readFileSync(resolve(import.meta.dirname, '../../resources/lessons/main-guard.py'), 'utf8');

/** Of all processes that are ever started, the resource tracker among them. */
const MOST_STARTS = 10;
/** Nothing of the test is alive after this time, whatever has gone wrong. */
const LIMIT_MS = 45_000;

let folder = '';
let program: ChildProcess | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'poolscope-guard-'));
});

afterEach(() => {
  killGroup();
  rmSync(folder, { recursive: true, force: true });
});

/** The program leads a group of its own: all that it has started goes with it. */
function killGroup(): void {
  if (program?.pid === undefined) return;
  try {
    process.kill(-program.pid, 'SIGKILL');
  } catch {
    // None of them is left.
  }
}

/** Runs a program, in which no more than MOST_STARTS processes are ever started. */
async function capped(source: string) {
  const file = join(folder, 'program.py');
  const starts = join(folder, 'starts');
  writeFileSync(file, source);
  const env = {
    ...process.env,
    PYTHONPATH: resolve(import.meta.dirname, 'capped'),
    STARTS_FILE: starts,
    MOST_STARTS: String(MOST_STARTS),
  };
  const child = spawn(python ?? '', [file], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  program = child;
  const limit = setTimeout(killGroup, LIMIT_MS);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  clearTimeout(limit);
  return { stdout, errors: stderr.replace(/\s+/g, ' '), starts: statSync(starts).size };
}

// The cap of this test is made of a process group and of POSIX's way to start.
const here = python !== undefined && process.platform !== 'win32';

describe.skipIf(!here)("the lesson's program on this machine's Python (skipped without python3)", () => {
  it('starts two workers with its guard, and no more', { timeout: 2 * LIMIT_MS }, async () => {
    const { stdout, errors, starts } = await capped(lesson);
    expect({ stdout: stdout.split('\n')[0], errors }).toEqual({ stdout: 'squares: [1, 4, 9, 16]', errors: '' });
    // The two, and the tracker of shared resources.
    expect(starts).toBeLessThanOrEqual(3);
  });

  it('without it has every worker die of the RuntimeError that we quote, and replaces it again and again', {
    timeout: 2 * LIMIT_MS,
  }, async () => {
    const { stdout, errors, starts } = await capped(withoutGuard(lesson));
    expect(errors).toContain(`RuntimeError: ${BOOTSTRAPPING}`);
    // More than its two workers have died of it, and their pool has asked for more than there may be.
    expect(errors.split('RuntimeError: ').length - 1).toBeGreaterThan(2);
    expect(starts).toBe(MOST_STARTS + 1);
    expect(stdout).not.toContain('squares');
  });
});
