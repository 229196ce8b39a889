/** One small call, waited for, then the next: what a single answer costs. */
import type { Runtime } from '../sides/protocol';
import type { Row, RowSide } from './row';

const side = (key: string, label: string, runtime: Runtime): RowSide => {
  return { key, label, runtime, request: { measure: 'call', subject: key, calls: 500 } };
};

export const call: Row = {
  name: 'call',
  title: 'One small call, round trip, 1 worker',
  unit: 'ms',
  sides: [
    side('poolscope', 'Poolscope applyAsync, telemetry on', 'electron'),
    side('spawn', 'Python Pool.apply (spawn)', 'python'),
    side('tinypool', 'tinypool (child_process)', 'node'),
    side('raw', 'raw utility process', 'electron'),
  ],
  comparisons: [
    { label: 'Poolscope : Python', of: 'poolscope', to: ['spawn'], target: { atMost: 0.9 } },
    { label: 'Poolscope : tinypool', of: 'poolscope', to: ['tinypool'] },
    { label: 'Poolscope : raw', of: 'poolscope', to: ['raw'] },
  ],
};
