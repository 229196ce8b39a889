/** How many tasks that do nothing get through: all that is left is the pool itself. */
import type { Request, Runtime } from '../sides/protocol';
import type { Row, RowSide } from './row';

/** @param tasks so many that a sample takes about half a second */
const side = (key: string, label: string, runtime: Runtime, tasks: number): RowSide => {
  const request: Request = { measure: 'throughput', subject: key, workers: 2, tasks };
  return { key, label, runtime, request };
};

export const throughput: Row = {
  name: 'throughput',
  title: 'No-op tasks, 2 workers, chunk size 1',
  unit: 'tasks/s',
  sides: [
    side('poolscope', 'Poolscope, telemetry on', 'electron', 10_000),
    side('spawn', 'Python Pool.map (spawn)', 'python', 10_000),
    side('workerpool', 'workerpool (processes)', 'node', 6_000),
    side('tinypool', 'tinypool (child_process)', 'node', 6_000),
    side('piscina', 'piscina (threads)', 'node', 6_000),
    side('raw', 'raw utility process, pipelined', 'electron', 10_000),
  ],
  comparisons: [
    { label: 'Poolscope : Python', of: 'poolscope', to: ['spawn'], target: { atLeast: 2 } },
    {
      label: 'Poolscope : best JS process pool',
      of: 'poolscope',
      to: ['workerpool', 'tinypool'],
      target: { atLeast: 3 },
    },
    { label: 'Poolscope : piscina threads', of: 'poolscope', to: ['piscina'] },
    { label: 'Poolscope : raw messages', of: 'poolscope', to: ['raw'] },
  ],
};
