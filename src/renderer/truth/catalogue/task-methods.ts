/** How figures of single tasks, and of their pickles, are come by. */
import { derived, type Method, measured } from '../method';

const CLOCK = 'Each moment of a task is one reading of the clock. What all recording costs stands above as “observer”.';

export const TASK_METHODS = {
  'phase.queueWait': measured(
    'queue wait',
    'From submitted until its pickling began, and from pickled to sent, and in the worker until its turn. The clock is read at each.',
    CLOCK,
  ),
  'phase.dumpsArgs': measured(
    'dumps of the argument',
    'The clock is read before and after the caller pickles it.',
    CLOCK,
  ),
  'phase.sendArgs': measured(
    'argument in flight',
    'From sent, on the caller’s side, to received, on the worker’s: both read the one clock of the machine. Waiting in a busy worker’s pipe is part of it.',
    CLOCK,
  ),
  'phase.loadsArgs': measured(
    'loads of the argument',
    'The worker reads the clock before and after it unpickles it.',
    CLOCK,
  ),
  'phase.run': measured(
    'run',
    'The worker reads the clock before and after it calls the function, and nothing else.',
    CLOCK,
  ),
  'phase.dumpsResult': measured(
    'dumps of the result',
    'The worker reads the clock before and after it pickles it.',
    CLOCK,
  ),
  'phase.sendResult': measured(
    'result in flight',
    'From sent, on the worker’s side, to received, on the caller’s: both read the one clock of the machine.',
    CLOCK,
  ),
  'phase.loadsResult': measured(
    'loads of the result',
    'The clock is read before and after the caller unpickles it.',
    CLOCK,
  ),
  'phase.orderWait': measured(
    'order wait',
    'A result waits for others of its chunk, and then for those that come before it in the input. The clock is read at each end.',
    CLOCK,
  ),
  'phase.time': measured(
    'time of a phase',
    'Whoever does it reads the clock of the machine before and after: the caller, or the worker in its own process.',
    CLOCK,
  ),
  'task.total': derived('from submit to delivery', 'The sum of its phases, which follow each other without a gap.'),
  'task.moment': measured(
    'moment',
    'The clock is read when it happens, by the process where it happens. It is counted from the begin of the run.',
    CLOCK,
  ),
  'task.attempt': measured('attempt', 'The pool counts how often it has given the task to a worker.'),
  'task.chunk': measured('chunk', 'The pool numbers chunks as it cuts them from the input.'),
  'task.pid': measured(
    'PID',
    'The number by which the operating system knows the process. A thread has that of Poolscope itself.',
  ),
  'task.args': measured('size of the argument', 'The length of its pickle in bytes, counted by whoever made it.'),
  'task.result': measured('size of the result', 'The length of its pickle in bytes, counted by whoever made it.'),
  'task.bytes': measured('size of a pickle', 'Its length in bytes, counted by whoever made it.'),
  'task.delivered': measured('place in the delivery', 'The pool counts results as it gives them to the caller.'),
  'task.argument': derived(
    'time until an argument is there',
    'Its dumps, its flight and its loads, each measured, added up; of all tasks of the run the one in the middle.',
  ),
  'task.standing': derived(
    'place among all tasks',
    'From a histogram of this phase over all tasks of the run: the 5th, 50th and 95th of a hundred, each within 1.6 percent.',
  ),
  price: {
    kind: 'measured again now',
    name: 'price of the pickle',
    how: 'The value is made and pickled again, property by property. The run itself recorded only the bytes and the time of the whole.',
    cost: 'It is done after the run, so that the run is not disturbed.',
  },
  'pickles.bytes': measured('bytes', 'The lengths of all pickles that went this way, added up.'),
  'pickles.mean': derived('mean bytes per task', 'Bytes divided by the number of values that went this way.'),
  'pickles.dumps': measured(
    'dumps',
    'The clock is read before and after each value is pickled; these times are added up.',
    CLOCK,
  ),
  'pickles.loads': measured(
    'loads',
    'The clock is read before and after each value is unpickled; these times are added up.',
    CLOCK,
  ),
  'pickles.both': measured(
    'pickling',
    'The clock is read before and after each dumps and loads, of arguments and results, on both sides; these times are added up.',
    CLOCK,
  ),
  'pickles.flight': derived(
    'in flight',
    'From sent on one side to received on the other, added up over messages. Messages that are on their way at once count each.',
  ),
  'pickles.share': derived(
    'busy time',
    'All run phases, and all dumps and loads on both sides, each as a share of both.',
  ),
  'slice.length': measured('length of the slice', 'Its end less its begin, both on the clock of whoever recorded it.'),
  'slice.begin': measured('begin of the slice', 'On the clock of whoever recorded it, from the zero of the axis.'),
  'tasks.trace': derived(
    'tasks of this file',
    'The file has calls and no tasks. Which of them make one task, and on which worker, follows from their order.',
  ),
} as const satisfies Record<string, Method>;
