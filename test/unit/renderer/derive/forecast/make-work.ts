/** Made-up tasks and pools for tests of the replay. */
import type { PoolConfig } from '../../../../../src/renderer/derive/forecast/simulate';
import { type CostSums, TaskCosts } from '../../../../../src/renderer/derive/forecast/task-costs';

const NOTHING: CostSums = { dumpsArgs: 0, compute: 0, wait: 0, loadsResult: 0, argsBytes: 0, resultBytes: 0 };

export const MS = 1e6;

export function workOf(tasks: readonly Partial<CostSums>[], mostCells?: number): TaskCosts {
  const work = new TaskCosts(tasks.length, mostCells);
  for (const [task, costs] of tasks.entries()) work.add(task, { ...NOTHING, ...costs });
  return work.seal();
}

/** Tasks that compute for so many ms each. */
export const computing = (...ms: readonly number[]): TaskCosts => workOf(ms.map((each) => ({ compute: each * MS })));

/** A pool with more cores than anybody needs, one chunk in each pipe. */
export const pool = (config: Partial<PoolConfig> = {}): PoolConfig => ({
  method: 'map',
  processes: 2,
  chunksize: 1,
  cores: Number.POSITIVE_INFINITY,
  lookAhead: null,
  prefetch: 1,
  maxTasksPerChild: null,
  ...config,
});
