/** tinypool with processes, as Vitest uses it. */
import { join } from 'node:path';
import { Tinypool } from 'tinypool';
import type { OpenSubject } from '../subject';
import { every } from './every';

export const openTinypool: OpenSubject = async ({ workers }) => {
  const pool = new Tinypool({
    filename: join(import.meta.dirname, 'noop.js'),
    runtime: 'child_process',
    minThreads: workers,
    maxThreads: workers,
  });
  const call = (): Promise<unknown> => pool.run(0);
  await every(workers, call);
  return { many: (tasks) => every(tasks, (item) => pool.run(item)), call, end: () => pool.destroy() };
};
