/** Carries out a random plan on a pool, and keeps what the pool said and what its callers got. */
import type { TaskResult } from '../../src/main/pool/job';
import type { PoolCounts } from '../../src/main/pool/pool';
import type { Inputs } from '../../src/main/pool/source';
import type { StreamJob } from '../../src/main/pool/stream-job';
import { within } from '../../src/main/pool/within';
import type { Lab, LabPool } from './case';
import type { Plan, PlannedCall } from './random-plan';

/** Longer than any plan takes. */
const HANGS_MS = 30_000;

/** What a caller got: all results or an error, or a stream's results with their positions. */
export type Got =
  | { readonly type: 'all'; readonly values: readonly unknown[] }
  | { readonly type: 'error'; readonly error: Error }
  | { readonly type: 'stream'; readonly items: readonly { position: number; result: TaskResult }[] };

export interface Record {
  readonly got: readonly Got[];
  /** How each task ended, by its number; more than one: it ended more than once. */
  readonly endings: ReadonlyMap<number, readonly TaskResult[]>;
  readonly deliveries: readonly number[];
  readonly counts: PoolCounts;
}

/** @throws TimeoutError naming the call that hangs */
export async function runPlan(lab: Lab, plan: Plan): Promise<Record> {
  const endings = new Map<number, TaskResult[]>();
  const deliveries: number[] = [];
  let chunks = 0;
  let ended = 0;
  const { calls, kills, end, ...options } = plan;
  const pool: LabPool = lab.pool({
    ...options,
    observer: {
      chunkSent: ({ worker }) => {
        if (kills.includes(++chunks)) pool.killWorker(worker);
      },
      taskEnded: (task, result) => {
        endings.set(task, [...(endings.get(task) ?? []), result]);
        if (++ended === end?.after) void pool[end.how]();
      },
      delivered: (first, count) => {
        for (let task = first; task < first + count; task++) deliveries.push(task);
      },
    },
  });
  const got = await Promise.all(
    calls.map((call, index) => within(make(lab, pool, call), HANGS_MS, `Call ${index} (${call.method})`)),
  );
  pool.close();
  await within(pool.join(), HANGS_MS, 'The end of the pool');
  return { got, endings, deliveries, counts: pool.counts };
}

async function make(lab: Lab, pool: LabPool, call: PlannedCall): Promise<Got> {
  const { method, chunksize, lookAhead } = call;
  const spec = lab.own('act');
  try {
    if (method === 'map') return { type: 'all', values: await pool.map(spec, inputOf(call), chunksize) };
    if (method === 'mapAsync') {
      return { type: 'all', values: await pool.mapAsync(spec, inputOf(call), { chunksize }).get() };
    }
    return { type: 'stream', items: await collect(pool[method](spec, inputOf(call), { chunksize, lookAhead })) };
  } catch (error) {
    return { type: 'error', error: error as Error };
  }
}

/** The arguments of a call: each task has its position as its value. */
function inputOf({ tasks, input }: PlannedCall): Inputs {
  const args = tasks.map(({ ms, fault }, value) =>
    fault === 'unpicklable-argument' ? () => value : { value, ms, fault },
  );
  if (input === 'list') return args;
  return input === 'iterator' ? args.values() : slowly(args);
}

async function* slowly(args: readonly unknown[]) {
  for (const arg of args) {
    await null;
    yield arg;
  }
}

async function collect(stream: StreamJob) {
  const items: { position: number; result: TaskResult }[] = [];
  for await (const item of stream) items.push(item);
  return items;
}
