/** A pool whose workers are killed with SIGKILL, from outside, by a seeded schedule; and how often its tasks have ended. */
import { FaultInjector } from '../../../src/main/chaos/fault-injector';
import { faultSchedule } from '../../../src/main/chaos/fault-schedule';
import type { StreamItem } from '../../../src/main/pool/stream-job';
import type { LostPolicy } from '../../../src/shared/scenario';
import { calls, makePool, range, type StressPool } from '../make-pool';
import type { StressLab } from '../stress-case';

const PROCESSES = 4;

export const LIMIT_MS = [60_000, 150_000] as const;
export const SEED = 3;

/** Tasks that wait: a kill finds nearly every worker in the middle of one. */
export const nap = calls('sleep');
/** Items for so many of them: all near two milliseconds, no two alike, and the result is the item. */
export const naps = (tasks: number): number[] => range(tasks).map((index) => 2 + index / 1e6);

export interface Hunt {
  readonly tasks: number;
  readonly kills: number;
  readonly seed: number;
  readonly maxTasksPerChild?: number;
}

export interface Hunted {
  readonly pool: StressPool;
  readonly injector: FaultInjector;
  /** Tasks that have ended other than exactly once. */
  endedOtherThanOnce(): number;
}

export function hunted(lab: StressLab, onWorkerLost: LostPolicy, hunt: Hunt): Hunted {
  const { tasks, kills, seed, maxTasksPerChild = null } = hunt;
  const injector = new FaultInjector(faultSchedule('kill', kills, tasks, seed), (_, { pid }) => {
    return pid !== null && process.kill(pid, 'SIGKILL');
  });
  const endings = new Uint8Array(tasks);
  const count = {
    taskEnded: (task: number) => {
      endings[task] = (endings[task] ?? 0) + 1;
    },
  };
  const options = { processes: PROCESSES, onWorkerLost, maxTasksPerChild, retries: kills };
  const pool = makePool(lab, options, injector, count);
  return { pool, injector, endedOtherThanOnce: () => endings.filter((times) => times !== 1).length };
}

export async function collected(stream: AsyncIterable<StreamItem>): Promise<StreamItem[]> {
  const items: StreamItem[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

/** How many answers are not what the serial run has at their position. */
export const unlike = (answers: readonly StreamItem[], serial: readonly unknown[]): number =>
  answers.filter(({ position, result }) => !result.ok || result.value !== serial[position]).length;
