import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dumps } from '../../../src/boundary/pickle';
import type { Inputs } from '../../../src/main/pool/source';
import type { LostPolicy } from '../../../src/shared/scenario';
import type { Case, Lab, LabPool } from '../case';
import { callsAroundTheEnd, callsOf, everyCall, everyEnd, hanging, type Specs } from '../settling/every-call';

const POLICIES: readonly LostPolicy[] = ['retry', 'fail', 'break', 'lose'];

const specs = (lab: Lab, name = 'timed'): Specs => ({ one: lab.own(name), tuple: lab.own(name, true) });

interface How {
  /** Happens to the pool once all calls are made. */
  readonly meanwhile?: () => unknown;
  /** Left out: a function that works. */
  readonly called?: Specs;
  /** Each task ends a worker: fewer of them. */
  readonly short?: boolean;
}

/** Makes every call, lets `then` happen to the pool, and ends it. @returns the calls that hang */
async function hangingIn(lab: Lab, pool: LabPool, { meanwhile, called = specs(lab), short = false }: How = {}) {
  const calls = hanging(everyCall(pool, called, short));
  await meanwhile?.();
  const hung = await calls;
  return [...hung, ...(await hanging(everyEnd(pool)))];
}

const killAll = (pool: LabPool) => pool.workers.map(({ index }) => pool.killWorker(index));

const initializer = (lab: Lab, name: string, args: readonly unknown[]) => ({
  spec: lab.own(name, true),
  args: dumps(args),
});

interface State {
  readonly state: string;
  run(lab: Lab): Promise<unknown>;
}

const before: readonly State[] = [
  { state: 'a pool that still boots', run: (lab) => hangingIn(lab, lab.pool()) },
  {
    state: 'a pool that runs',
    run: async (lab) => {
      const pool = lab.pool();
      await pool.ready;
      return hangingIn(lab, pool);
    },
  },
  {
    state: 'a pool that is closed',
    run: (lab) => {
      const pool = lab.pool();
      pool.close();
      return hangingIn(lab, pool);
    },
  },
  {
    state: 'a pool that is closed and finishes its work',
    run: (lab) => {
      const pool = lab.pool();
      pool.mapAsync(lab.own('timed'), [100, 100, 100]);
      pool.close();
      return hangingIn(lab, pool);
    },
  },
  {
    state: 'a pool that is being terminated',
    run: async (lab) => {
      const pool = lab.pool();
      await pool.ready;
      pool.mapAsync(lab.own('timed'), [60_000, 60_000, 60_000], { chunksize: 1 });
      const terminated = pool.terminate();
      return [...(await hangingIn(lab, pool)), ...(await hanging([['terminate', () => terminated]]))];
    },
  },
  {
    state: 'a pool that is terminated',
    run: async (lab) => {
      const pool = lab.pool();
      await pool.terminate();
      return hangingIn(lab, pool);
    },
  },
  {
    state: 'a pool that is broken',
    run: async (lab) => {
      const pool = lab.pool({ onWorkerLost: 'break' });
      await pool.apply(lab.workload('crash', { every: 1 }), 0).catch(() => undefined);
      return hangingIn(lab, pool);
    },
  },
  ...POLICIES.map((onWorkerLost) => ({
    state: `a pool whose workers are dying, with the policy ${onWorkerLost}`,
    run: async (lab: Lab) => {
      const pool = lab.pool({ onWorkerLost });
      await pool.ready;
      killAll(pool);
      return hangingIn(lab, pool);
    },
  })),
  {
    state: 'a pool whose workers die while they boot',
    run: (lab) => hangingIn(lab, lab.pool({ initializer: initializer(lab, 'leave', [3]) })),
  },
  {
    state: 'a pool whose initializer raises',
    run: (lab) => hangingIn(lab, lab.pool({ initializer: initializer(lab, 'raise', ['no licence']) })),
  },
];

const after: readonly State[] = [
  {
    state: 'a pool that is closed then',
    run: async (lab) => {
      const pool = lab.pool();
      await pool.ready;
      return hangingIn(lab, pool, { meanwhile: () => pool.close() });
    },
  },
  {
    state: 'a pool that is terminated then',
    run: async (lab) => {
      const pool = lab.pool();
      await pool.ready;
      return hangingIn(lab, pool, { meanwhile: () => pool.terminate() });
    },
  },
  { state: 'a pool that is terminated before it has booted', run: (lab) => terminatedAtOnce(lab) },
  {
    state: 'a pool whose waiting tasks are cancelled then',
    run: async (lab) => {
      const pool = lab.pool();
      await pool.ready;
      return hangingIn(lab, pool, { meanwhile: () => pool.cancelWaiting() });
    },
  },
  {
    state: 'a pool that shrinks and grows then',
    run: async (lab) => {
      const pool = lab.pool({ processes: 3 });
      await pool.ready;
      const meanwhile = () => [1, 2, 1].map((processes) => pool.resize(processes));
      return hangingIn(lab, pool, { meanwhile });
    },
  },
  ...POLICIES.map((onWorkerLost) => ({
    state: `a pool whose workers are killed then, with the policy ${onWorkerLost}`,
    run: async (lab: Lab) => {
      const pool = lab.pool({ onWorkerLost });
      await pool.ready;
      return hangingIn(lab, pool, { meanwhile: () => killAll(pool) });
    },
  })),
  {
    state: 'a pool whose workers die of each task',
    run: (lab) => hangingIn(lab, lab.pool({ retries: 0 }), { called: specs(lab, 'leave'), short: true }),
  },
  {
    state: 'a pool whose workers are used for one chunk each',
    run: (lab) => hangingIn(lab, lab.pool({ maxTasksPerChild: 1 }), { short: true }),
  },
  { state: 'a pool whose workers can be replaced no longer', run: (lab) => irreplaceable(lab) },
];

const tasks: readonly State[] = [
  {
    state: 'tasks that throw what is no error',
    run: (lab) => hangingIn(lab, lab.pool(), { called: specs(lab, 'throwOdd') }),
  },
  {
    state: 'tasks whose results cannot be pickled',
    run: (lab) => hangingIn(lab, lab.pool(), { called: specs(lab, 'unpicklable') }),
  },
  {
    state: 'a function that is not there',
    run: (lab) => hangingIn(lab, lab.pool(), { called: specs(lab, 'nowhere') }),
  },
  {
    state: 'a function whose description cannot be pickled',
    run: (lab) => {
      const spec = { ...lab.own('timed'), params: { broken: () => 1 } };
      return hangingIn(lab, lab.pool(), { called: { one: spec, tuple: { ...spec, tuple: true } } });
    },
  },
  {
    state: 'tasks that never end, in a pool with a task timeout',
    run: (lab) => neverEnding(lab),
  },
  {
    state: 'tasks that never end, in a pool that is terminated then',
    run: async (lab) => {
      const pool = lab.pool();
      await pool.ready;
      return hangingIn(lab, pool, { meanwhile: () => pool.terminate(), called: specs(lab, 'never') });
    },
  },
];

const ownInputs: readonly State[] = [
  {
    state: 'inputs that end the pool while they are drawn',
    run: async (lab) => {
      const ends = ['close', 'terminate', 'cancelWaiting'] as const;
      const hung = await Promise.all(
        ends.flatMap((end) => [false, true].map((slow) => hangingWith(lab, (pool) => ending(pool, end, slow)))),
      );
      return hung.flat();
    },
  },
  {
    state: 'a callback that ends the pool',
    run: async (lab) => {
      const pool = lab.pool();
      await pool.ready;
      const hung = await hanging(callsAroundTheEnd(pool, specs(lab)));
      return [...hung, ...(await hanging(everyEnd(pool)))];
    },
  },
  {
    state: 'inputs that call the pool while they are drawn',
    run: (lab) => hangingWith(lab, (pool) => calling(pool, lab)),
  },
  {
    state: 'inputs that never come, in a pool that is terminated then',
    run: (lab) => {
      const never = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => undefined) }) };
      return hangingWith(
        lab,
        () => never,
        (pool) => pool.terminate(),
      );
    },
  },
];

export const settlingCases: readonly Case[] = [...before, ...after, ...tasks, ...ownInputs].map(({ state, run }) => ({
  sentence: `every call ends in a result, an error or a timeout: ${state}`,
  expected: [],
  run,
}));

/** Every call with an input of its own. */
async function hangingWith(lab: Lab, input: (pool: LabPool) => Inputs, meanwhile?: (pool: LabPool) => unknown) {
  const pool = lab.pool();
  await pool.ready;
  const calls = hanging(callsOf(pool, specs(lab), () => input(pool)));
  await meanwhile?.(pool);
  const hung = await calls;
  return [...hung, ...(await hanging(everyEnd(pool)))];
}

function ending(pool: LabPool, end: 'close' | 'terminate' | 'cancelWaiting', slow: boolean): Inputs {
  const items = function* () {
    yield 1;
    pool[end]();
    yield 2;
  };
  return slow ? slowly(items()) : items();
}

async function* slowly(items: Iterable<unknown>) {
  for (const item of items) {
    yield item;
    await null;
  }
}

function* calling(pool: LabPool, lab: Lab) {
  yield 1;
  pool.mapAsync(lab.own('timed'), [1, 2]);
  yield pool.applyAsync(lab.own('timed'), 3).ready();
}

function neverEnding(lab: Lab) {
  const pool = lab.pool({ taskTimeoutMs: 20, onWorkerLost: 'fail' });
  return hangingIn(lab, pool, { called: specs(lab, 'never'), short: true });
}

async function terminatedAtOnce(lab: Lab) {
  const pool = lab.pool();
  return hangingIn(lab, pool, { meanwhile: () => pool.terminate() });
}

/** The initializer ends its worker as soon as there is a file. */
async function irreplaceable(lab: Lab) {
  const file = join(tmpdir(), `poolscope-conformance-${process.pid}`);
  const pool = lab.pool({ initializer: initializer(lab, 'leaveIfThere', [file]) });
  await pool.ready;
  writeFileSync(file, '');
  try {
    return await hangingIn(lab, pool, { meanwhile: () => killAll(pool) });
  } finally {
    rmSync(file);
  }
}
