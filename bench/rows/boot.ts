/** A fresh pool: how long until it answers for the first time, and until every worker is ready. */
import type { Runtime } from '../sides/protocol';
import type { Row, RowSide } from './row';

const side = (subject: string, workers: number, label: string, runtime: Runtime): RowSide => {
  return {
    key: `${subject}-${workers}`,
    label: `${label}, pool of ${workers}`,
    runtime,
    request: { measure: 'boot', subject, workers },
  };
};

export const boot: Row = {
  name: 'boot',
  title: 'First reply from a fresh pool',
  unit: 'ms',
  sides: [
    side('poolscope', 1, 'Poolscope utility-process', 'electron'),
    side('poolscope', 4, 'Poolscope utility-process', 'electron'),
    side('poolscope-whole', 1, 'Poolscope utility-process, all ready', 'electron'),
    side('poolscope-whole', 4, 'Poolscope utility-process, all ready', 'electron'),
    side('raw-whole', 1, 'raw utility process, all ready', 'electron'),
    side('raw-whole', 4, 'raw utility process, all ready', 'electron'),
    side('poolscope-child-process', 1, 'Poolscope child-process', 'electron'),
    side('poolscope-child-process', 4, 'Poolscope child-process', 'electron'),
    side('spawn', 1, 'Python spawn', 'python'),
    side('spawn', 4, 'Python spawn', 'python'),
    side('fork', 1, 'Python fork', 'python'),
    side('fork', 4, 'Python fork', 'python'),
  ],
  comparisons: [
    {
      label: 'all ready, 4 workers : 1',
      of: 'poolscope-whole-4',
      to: ['poolscope-whole-1'],
      target: { atMost: 2 },
    },
    { label: 'raw, all ready, 4 workers : 1', of: 'raw-whole-4', to: ['raw-whole-1'] },
    { label: 'Poolscope : raw, all ready, 4 workers', of: 'poolscope-whole-4', to: ['raw-whole-4'] },
    { label: 'first reply, 4 workers : 1', of: 'poolscope-4', to: ['poolscope-1'] },
    { label: 'Poolscope : Python spawn, pool of 1', of: 'poolscope-1', to: ['spawn-1'] },
    { label: 'Poolscope : Python spawn, pool of 4', of: 'poolscope-4', to: ['spawn-4'] },
    { label: 'Poolscope : Python fork, pool of 1', of: 'poolscope-1', to: ['fork-1'] },
  ],
};
