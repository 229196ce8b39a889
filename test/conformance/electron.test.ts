import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAlive } from '../../scripts/lib/is-alive.mjs';
import { type Finished, runInElectron } from './electron-run';
import { table } from './table';

/** Beyond this the whole table is taken to hang; it takes half a minute. */
const MOST_MS = 240_000;

describe("the pool, on Electron's utility processes", () => {
  let electron: ChildProcess | undefined;
  let finished: Finished;

  beforeAll(async () => {
    finished = await runInElectron((child) => {
      electron = child;
    });
  }, MOST_MS);

  afterAll(() => electron?.kill('SIGKILL'));

  it('goes through the whole table and ends by itself', () => {
    const { lines, status, stderr } = finished;
    expect(
      lines.flatMap((line) => ('sentence' in line ? line.sentence : [])),
      stderr,
    ).toEqual(table.map(({ sentence }) => sentence));
    expect(status, stderr).toBe(0);
  });

  it('leaves no process', () => {
    const pids = finished.lines.flatMap((line) => (line.type === 'workers' ? line.pids : []));
    expect(pids.length).toBeGreaterThan(table.length);
    expect(pids.filter(isAlive)).toEqual([]);
    expect(isAlive(electron?.pid ?? 0)).toBe(false);
  });

  it.each(table.map((one) => [one.sentence, one] as const))('%s', (sentence, { expected }) => {
    const line = finished.lines.find((one) => 'sentence' in one && one.sentence === sentence);
    expect(line).toEqual({ type: 'case', sentence, value: expected });
  });
});
