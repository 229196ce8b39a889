/** Sixteen megabytes as the argument of a task: through shared memory, against the same pickled, here and in Python. */
import type { Runtime } from '../sides/protocol';
import type { Row, RowSide } from './row';

const side = (key: string, subject: string, label: string, runtime: Runtime): RowSide => {
  return { key, label, runtime, request: { measure: 'argument', subject, bytes: 16_000_000, calls: 10 } };
};

export const shared16mb: Row = {
  name: 'shared-16mb',
  title: '16 MB of bytes to a task, a number back, 1 worker',
  unit: 'ms',
  sides: [
    side('shared', 'poolscope-shared', 'Poolscope shared memory, written once', 'electron'),
    side('written', 'poolscope-shared-written', 'Poolscope shared memory, written each time', 'electron'),
    side('pickled', 'poolscope', 'Poolscope pickled', 'electron'),
    side('python', 'spawn', 'Python Pool.apply (spawn), pickled', 'python'),
    side('python-shared', 'shared', 'Python SharedMemory, read in place', 'python'),
  ],
  comparisons: [
    { label: 'pickled : shared', of: 'pickled', to: ['shared'], target: { atLeast: 5 } },
    { label: 'Python pickled : shared', of: 'python', to: ['shared'], target: { atLeast: 5 } },
    { label: 'pickled : shared, written each time', of: 'pickled', to: ['written'], target: { atLeast: 5 } },
    { label: 'Python pickled : shared, written each time', of: 'python', to: ['written'], target: { atLeast: 5 } },
    { label: 'Python pickled : Python shared', of: 'python', to: ['python-shared'] },
  ],
};
