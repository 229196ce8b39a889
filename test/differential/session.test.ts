import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { rewriteHeader } from '../../src/main/session/rewrite-header';
import { makeFacts, makeRun } from '../fixtures/make-run';
import { encoded, fileWith, inWholeNs } from '../unit/main/session/session-file';
import { python, runPython } from './run-python';

const hasPyarrow = python !== undefined && spawnSync(python, ['-c', 'import pyarrow.ipc']).status === 0;

describe.skipIf(!hasPyarrow)('pyarrow reads a session file (skipped without pyarrow)', () => {
  it('finds the run of every task in it', () => {
    const options = { tasks: 30, workers: 3, crash: 1, failEvery: 11 };
    const found = runPython('session.py', fileWith(encoded(inWholeNs(makeRun(options))))) as {
      version: number;
      kinds: string[];
      runNs: (number | null)[];
    };
    const { columns, length } = makeFacts(options).data.table;
    expect(found.version).toBe(2);
    expect(found.kinds).toEqual(['delivery', 'event', 'process', 'queue', 'task']);
    expect(found.runNs).toHaveLength(length);
    for (const [row, ns] of found.runNs.entries()) {
      const expected = (columns.runEnd[row] ?? 0) - (columns.runBegin[row] ?? 0);
      if (ns === null) expect(expected).toBeNaN();
      else expect(Math.abs(ns - expected)).toBeLessThan(1.01);
    }
  });

  it('finds the same in it after notes were written into its header', async () => {
    const path = fileWith(encoded(inWholeNs(makeRun({ tasks: 30, workers: 3 }))));
    const before = runPython('session.py', path);
    await rewriteHeader(path, {
      annotations: { notes: [{ atNs: 5, row: null, text: 'ünïcode' }], chapters: [] },
    });
    expect(runPython('session.py', path)).toEqual(before);
  });
});
