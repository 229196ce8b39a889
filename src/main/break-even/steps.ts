/** The runs from which this machine's costs are read, in order. Each is a scenario like any other. */
import { MAX_PROCESSES } from '../../shared/limits';
import type { ScenarioDraft } from '../../shared/scenario';

export interface Step {
  readonly id: string;
  /** What it measures, for whoever waits. */
  readonly doing: string;
  readonly draft: Omit<ScenarioDraft, 'version' | 'engine'> & { readonly serial?: boolean };
}

/** Work of about 0.004 to 4 ms a task on machines of today. */
export const WORK_ITEMS = [2_000, 20_000, 200_000, 2_000_000];
export const BYTES = [4096, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216];
/** Chunks of one task, and of so many, tell what a chunk costs from what a task does. */
export const LONG_CHUNK = 64;
/** Items of the tasks that compute side by side: long enough that none is sent ahead. */
export const COMPUTE_ITEMS = 2_000_000;

/** So many numbers, over all tasks of a run: about a tenth of a second of work. */
const ALL_ITEMS = 40_000_000;
const NOTHING_TASKS = 15_000;
const LONG_CHUNK_TASKS = 40_000;
const CALLS = 200;
/** Bytes that cross in a run, and tasks at most and at least. */
const ALL_BYTES = 50_000_000;
const MOST_BYTES_TASKS = 300;
const LEAST_BYTES_TASKS = 6;

const tasks = (count: number, mean: number) => ({ generate: { count, mean, distribution: 'constant' as const } });
const work = { name: 'sum-of-squares' } as const;
const byMap = (chunksize: number) => ({ method: 'map' as const, chunksize });

/** One worker, then powers of two up to twice as many as there are cores, the cores among them; no more than a pool may have. */
export function workerCounts(cores: number): readonly number[] {
  const most = Math.min(2 * cores, MAX_PROCESSES);
  const counts = new Set([1, Math.min(cores, most), most]);
  for (let count = 2; count < most; count *= 2) counts.add(count);
  return [...counts].sort((a, b) => a - b);
}

export function measuringSteps(cores: number): readonly Step[] {
  return [...loopSteps(), ...dispatchSteps(cores), ...computeSteps(cores), ...bytesSteps(cores)];
}

function loopSteps(): Step[] {
  const doing = 'How fast a plain loop is';
  return [
    {
      id: 'loop-nothing',
      doing,
      draft: { serial: true, workload: work, call: byMap(1), input: tasks(NOTHING_TASKS, 0) },
    },
    ...WORK_ITEMS.map((items): Step => {
      const input = tasks(Math.min(NOTHING_TASKS, Math.round(ALL_ITEMS / items)), items);
      return { id: `loop-${items}`, doing, draft: { serial: true, workload: work, call: byMap(1), input } };
    }),
  ];
}

/** With one worker and with one a core; where there is one core these are the same, and two are taken. */
export const crowd = (cores: number): number => Math.min(Math.max(2, cores), MAX_PROCESSES);

function dispatchSteps(cores: number): Step[] {
  const call: Step = {
    id: 'call',
    doing: 'What one call costs',
    draft: { pool: { processes: 1 }, workload: work, call: { method: 'apply' }, input: tasks(CALLS, 0) },
  };
  const flows = [1, crowd(cores)].flatMap((processes) =>
    [1, LONG_CHUNK].map((chunksize): Step => {
      const input = tasks(chunksize === 1 ? NOTHING_TASKS : LONG_CHUNK_TASKS, 0);
      return {
        id: `flow-${processes}-${chunksize}`,
        doing: 'What it costs to send a task to a worker',
        draft: { pool: { processes }, workload: work, call: byMap(chunksize), input },
      };
    }),
  );
  return [call, ...flows];
}

function computeSteps(cores: number): Step[] {
  return workerCounts(cores).map((processes) => ({
    id: `compute-${processes}`,
    doing: `How fast workers compute side by side, and how fast they start: ${processes}`,
    draft: {
      pool: { processes },
      workload: work,
      call: byMap(1),
      input: tasks(Math.ceil(ALL_ITEMS / COMPUTE_ITEMS) * Math.min(processes, 2 * cores), COMPUTE_ITEMS),
    },
  }));
}

function bytesSteps(cores: number): Step[] {
  return BYTES.flatMap((bytes) => {
    const fits = Math.round(ALL_BYTES / bytes);
    const input = tasks(Math.min(MOST_BYTES_TASKS, Math.max(LEAST_BYTES_TASKS, fits)), 0);
    return [1, crowd(cores)].flatMap((processes) =>
      (['there', 'back'] as const).map((way): Step => {
        const payload = { kind: 'bytes' as const, ...(way === 'there' ? { bytes } : { resultBytes: bytes }) };
        return {
          id: `${way}-${processes}-${bytes}`,
          doing: 'What pickling costs by size',
          draft: { pool: { processes }, workload: work, call: byMap(1), input, payload },
        };
      }),
    );
  });
}
