import { expect, test } from 'vitest';
import { defaultChunksize } from '../../src/shared/chunking';
import { python, runPython } from './run-python';

const COUNTS = [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 24, 31, 32, 33, 48, 99, 100, 101, 1000, 1001, 65_536, 1_000_003];
const PROCESSES = [1, 2, 3, 4, 5, 7, 8, 12, 16, 31, 64];

test.skipIf(python === undefined)(
  'default chunk sizes equal those that this machine’s Python pools compute (skipped without python3)',
  { timeout: 60_000 },
  () => {
    const cases = PROCESSES.flatMap((processes) => COUNTS.map((count) => [count, processes] as const));
    const ours = cases.map(([count, processes]) => defaultChunksize(count, processes));
    expect(ours).toEqual(runPython('chunksizes.py', cases));
  },
);
