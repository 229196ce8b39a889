/** What each engine makes of a worker that a task ends: a real one, and its death as the operating system told it. */
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { childProcessEngine } from '../../../../src/main/engines/child-process';
import { type Engine, NO_LIMITS, type WorkerLimits } from '../../../../src/main/engines/engine';
import { threadEngine } from '../../../../src/main/engines/thread';
import type { PoolOptions } from '../../../../src/main/pool/pool';
import type { WorkerRecord } from '../../../../src/shared/telemetry';
import type { BuiltInName } from '../../../../src/shared/workloads';
import { calls, makePool, WORKER_ENTRY } from '../../../fixtures/pools';

const HEAP_LIMIT = resolve(import.meta.dirname, '../../../fixtures/modules/heap-limit.mjs');

type MakeEngine = (entry: string, limits?: WorkerLimits) => Engine;

interface Outcome {
  readonly error: { readonly name: string };
  readonly exits: WorkerRecord['exit'][];
  readonly printed: string;
}

/** One worker gets the items 0 to 3; the last one is faulty. The pool must have delivered the others, and go on. */
async function outcome(
  makeEngine: MakeEngine,
  [name, params]: readonly [BuiltInName, Record<string, unknown>],
  { limits = NO_LIMITS, ...options }: Partial<PoolOptions> & { limits?: WorkerLimits } = {},
): Promise<Outcome> {
  let printed = '';
  const { spawn } = makeEngine(WORKER_ENTRY, limits);
  await using pool = makePool(
    { processes: 1, retries: 0, spawn, ...options },
    {
      output: (_worker, _stream, text) => {
        printed += text;
      },
    },
  );
  const spec = calls(name, { every: 4, ...params });
  const delivered: unknown[] = [];
  let error = { name: 'none' };
  for await (const { result } of pool.imap(spec, [0, 1, 2, 3])) {
    if (result.ok) delivered.push(result.value);
    else error = result.error;
  }
  expect(delivered).toEqual([0, 1, 2]);
  expect(await pool.map(spec, [4, 5, 6])).toEqual([4, 5, 6]);
  const exits = pool.workers.map(({ exit }) => exit).filter((exit) => exit !== null);
  return { error, exits, printed };
}

describe.each<[string, MakeEngine]>([
  ['child processes', childProcessEngine],
  ['threads', threadEngine],
])('%s', (_engine, makeEngine) => {
  test.each([0, 9, 255])('tell the exit code %d of a task that exits', async (code) => {
    const { error, exits } = await outcome(makeEngine, ['exit', { code }]);
    expect(error.name).toBe('WorkerLostError');
    expect(exits).toMatchObject([{ code, signal: null }]);
  });

  test('end a worker that hangs when its task has had its time', async () => {
    const { error, exits } = await outcome(makeEngine, ['hang', {}], { taskTimeoutMs: 100 });
    expect(error.name).toBe('TaskTimeoutError');
    expect(exits).toMatchObject([{ kind: 'crashed' }]);
  });

  test('give each worker the heap that was asked for, and room for young objects', async () => {
    const { spawn } = makeEngine(WORKER_ENTRY, { memoryLimitMb: 512 });
    await using pool = makePool({ processes: 1, spawn });
    const limitMb = Number(await pool.apply(calls('module', { file: HEAP_LIMIT, export: 'default' }), 0));
    expect(limitMb).toBeGreaterThanOrEqual(512);
    expect(limitMb).toBeLessThan(700);
  });

  test.each([32, 64])('end a worker that fills its heap of %d MB, and no other', async (memoryLimitMb) => {
    const { error, exits, printed } = await outcome(makeEngine, ['leak-memory', { stepMb: 8 }], {
      limits: { memoryLimitMb },
    });
    expect(error.name).toBe('WorkerLostError');
    expect(exits).toMatchObject([makeEngine === threadEngine ? { code: 1, signal: null } : { signal: 'SIGABRT' }]);
    expect(printed).toMatch(/heap out of memory|reaching memory limit/);
  });
});

test('child processes tell the signal of a task that crashes', async () => {
  const { error, exits } = await outcome(childProcessEngine, ['crash', {}]);
  expect(error.name).toBe('WorkerLostError');
  expect(exits).toMatchObject([{ kind: 'crashed', code: null, signal: 'SIGABRT' }]);
});
