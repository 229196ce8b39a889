/** How figures of a whole run are come by. */
import { derived, type Method, measured } from '../method';

export const RUN_METHODS = {
  wall: measured(
    'wall time',
    'From the call until it returned, on the clock of this machine that only goes forward and that all its processes share. Booting the workers comes before.',
    'Two readings of the clock.',
  ),
  'wall.experiment': measured(
    'wall time',
    'From the moment when every process of the experiment was ready until it was over, on the clock of this machine that all of them share.',
    'Two readings of the clock.',
  ),
  'wall.trace': measured(
    'wall time',
    'Measured by the tool that wrote the file: from the begin of the call, or of the file, to the end.',
  ),
  serial: derived(
    'serial time',
    'The sum of all run phases: how long one process would compute. Where more workers compute than there are cores, runs take longer and it is too high.',
  ),
  speedup: derived('speed-up', 'Serial time divided by wall time. It is too high where serial time is.'),
  pickling: derived('share of pickling', 'The time of all dumps and loads, as a share of them and all run phases.'),
  observer: measured(
    'share of the observer',
    'Time that the main process spends on recording, as a share of wall time: rows, samples of processes, batches for this window.',
    'One report in 16 is timed and stands for the others.',
  ),
  'status.live': derived(
    'progress',
    'Tasks are counted as their results come in. The rate is that of the last two seconds, and the time left is what remains, divided by it.',
  ),
  'status.end': measured('outcome', 'The pool counts tasks as they end. The time is wall time.'),
  'status.experiment': measured(
    'outcome',
    'The processes that were started are counted; each has a PID of its own from the operating system. The time is wall time.',
  ),
  'status.trace': derived(
    'outcome',
    'Counted in the file as it was read. What ended how follows from what stands there.',
  ),
  moment: derived(
    'state at this moment',
    'Counted from the recorded moments of all tasks: how many had come so far when the moment that is shown was now.',
  ),
  throughput: derived('throughput', 'Tasks completed, divided by wall time.'),
  boot: measured('boot time', 'From the begin of the start until every worker had said that it is ready.'),
  'queue.deepest': measured('deepest queue', 'The pool counts the tasks in its queue whenever one goes in or out.'),
  count: measured('number of tasks', 'The pool counts tasks by how they ended.'),
  processes: measured('number of processes', 'Those of the experiment that were started and have told their PID.'),
  bytes: measured('bytes', 'The lengths of all pickles that crossed to another process, added up.'),
  recordings: measured(
    'recordings',
    'Read from each file: what the pool counted and timed, and how many bytes the file has.',
  ),
} as const satisfies Record<string, Method>;
