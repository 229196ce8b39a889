import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openSource } from '../../../../src/main/export/source-run';
import { writeData } from '../../../../src/main/export/write-data';
import { makeSession } from '../../../fixtures/make-session';

const folder = mkdtempSync(join(tmpdir(), 'poolscope-data-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Piece by piece, so that there is something to tell of. */
function sessionOf(tasks: number): string {
  const path = join(folder, `${tasks}.poolscope`);
  writeFileSync(path, makeSession({ tasks }));
  return path;
}

const { signal } = new AbortController();

describe('a trace of another tool without a pool in it', () => {
  const path = join(folder, 'other.json');
  const slice = { ph: 'X', name: 'work', ts: 0, dur: 1000, pid: 1, tid: 1 };
  writeFileSync(path, JSON.stringify([slice]));

  test.each(['csv', 'trace', 'html'] as const)(
    'is not written as %s with nothing in it: a sentence says why',
    async (format) => {
      const out = join(folder, `out.${format}`);
      const run = await openSource(path, signal);
      const written = writeData({ path: out, format, source: { path, run }, signal, onProgress: () => undefined });
      await expect(written).rejects.toThrow(/other\.json: (a CSV has|this run comes|a page holds)/);
      expect(existsSync(out)).toBe(false);
    },
  );
});

test.each(['csv', 'trace'] as const)(
  'how far it is grows from the begin of the reading to the end of the writing: %s',
  async (format) => {
    const path = sessionOf(5000);
    const told: number[] = [];
    const run = await openSource(path, signal);
    const onProgress = (share: number): void => void told.push(share);
    await writeData({ path: join(folder, `run.${format}`), format, source: { path, run }, signal, onProgress });
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told[0]).toBeLessThanOrEqual(0.2);
    expect(told.filter((share) => share > 0.2 && share < 1).length).toBeGreaterThan(2);
    expect(Math.max(...told)).toBeLessThanOrEqual(1);
  },
);
