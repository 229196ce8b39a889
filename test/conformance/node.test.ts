import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { childProcessEngine } from '../../src/main/engines/child-process';
import { engine, isAlive, WORKER_ENTRY } from '../fixtures/pools';
import { Lab } from './case';
import { table } from './table';

const root = resolve(import.meta.dirname, '../..');

/** Longer than a case takes that says itself which call hangs. */
const MOST_MS = 90_000;

describe('the pool, on forked Node processes', () => {
  it.each(table.map((one) => [one.sentence, one] as const))(
    '%s',
    async (_sentence, { run, expected }) => {
      const lab = new Lab(engine, root, (memoryLimitMb) => childProcessEngine(WORKER_ENTRY, { memoryLimitMb }));
      try {
        expect(await run(lab)).toEqual(expected);
      } finally {
        await lab.close();
      }
      expect(lab.pids.filter(isAlive)).toEqual([]);
    },
    MOST_MS,
  );
});
