/** What holds for every pool, whatever it is given and whatever happens to its workers. Real processes, seeded. */
import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TaskResult } from '../../src/main/pool/job';
import { engine, isAlive } from '../fixtures/pools';
import { Lab } from './case';
import { anyPlan, type Plan, type PlannedCall, retriedPlan } from './random-plan';
import { type Got, type Record, runPlan } from './run-plan';

const root = resolve(import.meta.dirname, '../..');
/** A failure is made smaller no longer than this. */
const settings = { numRuns: 20, interruptAfterTimeLimit: 90_000 };

/** Errors by which a task may end besides its own, and what they need to come about. */
const OWN_ERRORS = {
  raise: 'RangeError',
  exit: 'WorkerLostError',
  'unpicklable-result': 'MaybeEncodingError',
  'unpicklable-argument': 'PicklingError',
} as const;

async function carryOut(plan: Plan, check: (record: Record) => void): Promise<void> {
  const lab = new Lab(engine, root, () => engine);
  try {
    check(await runPlan(lab, plan));
  } finally {
    await lab.close();
  }
  expect(lab.pids.filter(isAlive)).toEqual([]);
}

test('every task ends exactly once, and every caller gets results or an error that its tasks can have', async () => {
  await fc.assert(
    fc.asyncProperty(anyPlan, (plan) =>
      carryOut(plan, (record) => {
        checkEndings(plan, record);
        for (const [index, got] of record.got.entries()) checkGot(plan, plan.calls[index] as PlannedCall, got);
      }),
    ),
    settings,
  );
}, 120_000);

test('with retry, results equal those of the serial run, whoever is killed', async () => {
  await fc.assert(
    fc.asyncProperty(retriedPlan, (plan) =>
      carryOut(plan, ({ got, counts, deliveries }) => {
        expect(got.map(valuesOf)).toEqual(plan.calls.map(serial));
        expect(counts).toMatchObject({ completed: counts.submitted, failed: 0, lost: 0, cancelled: 0 });
        expect(deliveries).toHaveLength(counts.submitted);
      }),
    ),
    settings,
  );
}, 120_000);

/** One task after the other, with no pool. */
const serial = ({ tasks }: PlannedCall): number[] => tasks.map((_, value) => value * 2);

function valuesOf(got: Got): unknown {
  if (got.type === 'all') return got.values;
  if (got.type === 'error') return got.error.message;
  const sorted = [...got.items].sort((a, b) => a.position - b.position);
  return sorted.map(({ result }) => (result.ok ? result.value : result.error.message));
}

const nameOf = (result: TaskResult): string | null => (result.ok ? null : result.error.name);

/** The pool's own books. */
function checkEndings({ onWorkerLost }: Plan, { endings, counts, deliveries }: Record): void {
  const { submitted, completed, failed, lost, cancelled } = counts;
  expect([...endings.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: submitted }, (_, task) => task));
  expect([...endings.values()].filter((ends) => ends.length !== 1)).toEqual([]);
  expect(completed + failed + lost + cancelled).toBe(submitted);
  const results = [...endings.values()].flat();
  expect(results.filter(({ ok }) => ok)).toHaveLength(completed);
  expect(results.filter((result) => nameOf(result) === 'CancelledError')).toHaveLength(cancelled);
  expect(new Set(deliveries).size).toBe(deliveries.length);
  if (onWorkerLost !== 'lose') expect(lost).toBe(0);
}

function checkGot(plan: Plan, call: PlannedCall, got: Got): void {
  if (got.type === 'error') expect(possibleErrors(plan, call)).toContain(got.error.name);
  else if (got.type === 'all') expect(got.values).toEqual(serial(call));
  else checkStream(plan, call, got.items);
}

function checkStream(plan: Plan, call: PlannedCall, items: (Got & { type: 'stream' })['items']): void {
  const { tasks, method, chunksize = 1 } = call;
  const positions = items.map(({ position }) => position);
  const inOrder = positions.toSorted((a, b) => a - b);
  expect(new Set(positions).size).toBe(positions.length);
  if (method === 'imap') expect(positions).toEqual(inOrder);
  if (plan.end === null && plan.onWorkerLost !== 'break') expect(inOrder).toEqual(tasks.map((_, index) => index));
  for (const { position, result } of items) {
    const fault = tasks[position]?.fault ?? null;
    if (result.ok) expect([fault, result.value]).toEqual([null, position * 2]);
    else expect(possibleErrors(plan, call)).toContain(result.error.name);
    // A task that is alone in its chunk has nobody but itself to fail for.
    if (chunksize === 1) expect(nameOf(result)).not.toBe('SkippedError');
  }
}

/** Names of the errors that a task of the call can end with, in this plan. */
function possibleErrors({ onWorkerLost, kills, end, calls }: Plan, { tasks }: PlannedCall): string[] {
  const own = tasks.flatMap(({ fault }) => (fault === null ? [] : [OWN_ERRORS[fault]]));
  const deaths = kills.length > 0 || calls.some(({ tasks: some }) => some.some(({ fault }) => fault === 'exit'));
  return [
    ...own,
    ...(own.length > 0 ? ['SkippedError'] : []),
    ...(deaths ? ['WorkerLostError'] : []),
    ...(deaths && onWorkerLost === 'break' ? ['BrokenProcessPool'] : []),
    ...(end === null ? [] : ['CancelledError', 'PoolNotRunning']),
  ];
}
