/** piscina with threads, its only kind of worker. */
import { join } from 'node:path';
import { Piscina } from 'piscina';
import type { OpenSubject } from '../subject';
import { every } from './every';

export const openPiscina: OpenSubject = async ({ workers }) => {
  const pool = new Piscina({
    filename: join(import.meta.dirname, 'noop.js'),
    minThreads: workers,
    maxThreads: workers,
  });
  const call = (): Promise<unknown> => pool.run(0);
  await every(workers, call);
  return { many: (tasks) => every(tasks, (item) => pool.run(item)), call, end: () => pool.destroy() };
};
