/** Which worker counts and chunk sizes are worth forecasting. */
import { defaultChunksize, IMAP_CHUNKSIZE } from '../../../shared/chunking';
import { MAX_PROCESSES } from '../../../shared/limits';
import type { MethodName, Scenario } from '../../../shared/scenario';

/** More worker counts than this crowd a chart. */
const MOST_COUNTS = 16;

/** One worker, and up to four for each core, as the form's slider; the scenario's own is among them. Ascending. */
export function workerCounts(processes: number, cores: number): number[] {
  const most = Math.min(MAX_PROCESSES, Math.max(cores * 4, processes));
  const counts = new Set([1, Math.min(cores, most), processes, most]);
  for (let step = 0; step < MOST_COUNTS; step++) counts.add(spread(step, most));
  return [...counts].sort((a, b) => a - b);
}

/** One by one while there are few; further apart where the difference of one no longer shows. */
function spread(step: number, most: number): number {
  if (most <= MOST_COUNTS) return Math.min(most, step + 1);
  return Math.max(1, Math.round(most ** (step / (MOST_COUNTS - 1))));
}

/** 1, 2, 4, ... up to every task in one chunk; the measured size and Python's own are among them. Ascending. */
export function chunkSizes(tasks: number, measured: number, python: number): number[] {
  const sizes = new Set([Math.min(tasks, measured), Math.min(tasks, python), tasks]);
  for (let size = 1; size < tasks; size *= 2) sizes.add(size);
  return [...sizes].filter((size) => size >= 1).sort((a, b) => a - b);
}

/** Whether the call takes a chunk size at all. */
export const takesChunksize = (method: MethodName): boolean => method !== 'apply' && method !== 'apply-async';

/** The chunk size that Python chooses where none is given. */
export function pythonChunksize(method: MethodName, tasks: number, processes: number): number {
  if (!takesChunksize(method)) return 1;
  return method === 'imap' || method === 'imap-unordered'
    ? IMAP_CHUNKSIZE
    : Math.max(1, defaultChunksize(tasks, processes));
}

/** The chunk size that a scenario has with another number of workers. */
export function chunksizeWith({ call }: Scenario, tasks: number, processes: number): number {
  if (!takesChunksize(call.method)) return 1;
  return Math.min(tasks, call.chunksize ?? pythonChunksize(call.method, tasks, processes));
}
