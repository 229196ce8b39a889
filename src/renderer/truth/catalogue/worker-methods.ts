/** How figures of workers are come by. */
import { derived, type Method, measured } from '../method';

const SAMPLES = 'The main process asks the operating system twice a second; a busy worker need not do anything.';

export const WORKER_METHODS = {
  'worker.pid': measured(
    'PID',
    'The number that the operating system gave the process. Threads have that of Poolscope itself.',
  ),
  'worker.done': measured('tasks done', 'The pool counts the worker’s tasks as their results come back.'),
  'worker.done.trace': derived('tasks done', 'Counted after it was inferred which calls of the file make a task.'),
  'worker.cpu': measured(
    'processor time',
    'What the operating system counted for the process between two samples, as a share of one core.',
    SAMPLES,
  ),
  'worker.memory': measured(
    'memory',
    'What the process holds in the machine’s memory (its resident set), as the operating system tells at the last sample.',
    SAMPLES,
  ),
  'worker.busy': derived('busy share', 'Its time on loads, run and dumps, as a share of its life since it was ready.'),
} as const satisfies Record<string, Method>;
