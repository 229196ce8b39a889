/** workerpool with processes. */
import { join } from 'node:path';
import workerpool from 'workerpool';
import type { OpenSubject } from '../subject';
import { every } from './every';

export const openWorkerpool: OpenSubject = async ({ workers }) => {
  const pool = workerpool.pool(join(import.meta.dirname, 'workerpool-worker.js'), {
    workerType: 'process',
    minWorkers: workers,
    maxWorkers: workers,
  });
  const run = (item: number): PromiseLike<unknown> => pool.exec('noop', [item]) as PromiseLike<unknown>;
  await every(workers, run);
  return { many: (tasks) => every(tasks, run), call: async () => run(0), end: async () => pool.terminate(true) };
};
