/** How what is drawn on the lanes of the timeline is come by. */
import { derived, type Method, measured, simulated } from '../method';

export const LANE_METHODS = {
  'lane.caller': measured(
    'the caller’s lane',
    'The main process reads its clock before and after each dumps and loads. These spans are where it was busy for the pool.',
  ),
  'lane.queue': measured(
    'queue depth',
    'The pool counts its queue whenever a task goes in or out, and notes when that was.',
  ),
  'lane.delivered': measured('deliveries', 'The pool reads the clock when a result is given to the caller.'),
  'lane.callbacks': measured('callbacks', 'The clock is read before and after each callback of the caller.'),
  'lane.process': measured(
    'a worker process',
    'A process of the operating system, with its PID. It reads the clock that all processes of the machine share, around each phase.',
  ),
  'lane.thread': measured(
    'a worker thread',
    'A thread of Poolscope’s own process, which computes beside the others. It reads the machine’s clock around each phase.',
  ),
  'lane.locked-thread': simulated(
    'a thread under one lock',
    'A real thread, timed by the machine’s clock. The lock that makes threads take turns is Poolscope’s: JavaScript has none. Python’s is let go every 5 ms.',
  ),
  'lane.serial': measured(
    'a plain loop',
    'The main process runs one task after the other, and reads the clock around each.',
  ),
  'lane.async': measured(
    'a place for a task in flight',
    'One thread of the main process goes from task to task, and on to another where one waits. It reads the machine’s clock around each.',
  ),
  'lane.chunks': derived(
    'a line of chunks',
    'The times are measured. Which chunks share a line is arranged here, so that there are as few lines as possible.',
  ),
  'lane.trace': measured(
    'a lane of this file',
    'Measured by the tool that wrote the file, on its clock. Poolscope only reads and draws it.',
  ),
  'lane.trace.tasks': derived(
    'tasks of this file',
    'Times are those of the file’s calls. Which of them make one task, and on which worker, follows from their order.',
  ),
  'lane.slices': measured(
    'a process of the experiment',
    'A process of the operating system. It notes the clock that all share at the begin and at the end of each span.',
  ),
  'lane.counter': measured(
    'a counter of the experiment',
    'Read when it changes, by the process that changes it, with the clock that all share.',
  ),
} as const satisfies Record<string, Method>;
