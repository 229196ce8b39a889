/**
 * The input cut into chunks, each with its costs. Where there are too many to replay, evenly spaced ones stand for
 * all, their costs scaled so that the means stay what they are.
 */
import { COSTS, type Cost, type TaskCosts } from './task-costs';

/** More chunks than this are not replayed one by one. */
export const MOST_CHUNKS = 20_000;

export interface ChunkList {
  readonly count: number;
  /** Chunks of the run that each of these stands for; 1: all are here. */
  readonly each: number;
  readonly tasks: Float64Array;
  readonly costs: { readonly [Name in Cost]: Float64Array };
}

/** @param chunksize tasks a chunk, 1 or more */
export function cutChunks(work: TaskCosts, chunksize: number, most = MOST_CHUNKS): ChunkList {
  const all = Math.ceil(work.tasks / chunksize);
  const count = Math.min(all, most);
  const each = count === 0 ? 1 : all / count;
  const tasks = new Float64Array(count);
  const costs = Object.fromEntries(COSTS.map((name) => [name, new Float64Array(count)])) as Record<Cost, Float64Array>;
  for (let index = 0; index < count; index++) {
    const from = Math.floor(index * each) * chunksize;
    const to = Math.min(work.tasks, from + chunksize);
    tasks[index] = to - from;
    for (const name of COSTS) costs[name][index] = work.between(name, from, to);
  }
  if (each > 1) for (const name of COSTS) keepMean(costs[name], work.total(name) / each);
  return { count, each, tasks, costs };
}

function keepMean(costs: Float64Array, total: number): void {
  let sampled = 0;
  for (const cost of costs) sampled += cost;
  for (let index = 0; index < costs.length; index++) {
    costs[index] = sampled > 0 ? ((costs[index] ?? 0) * total) / sampled : total / costs.length;
  }
}
