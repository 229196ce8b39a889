/** How labs come by their figures. */
import { derived, type Method, measured } from '../method';

export const LAB_METHODS = {
  'break-even.predicted': derived(
    'predicted speed-up',
    'From the costs that were measured on this machine: the time of a plain loop, divided by that of a pool with its start, pickling and dispatch.',
  ),
  'break-even.measured': measured(
    'speed-up of this run',
    'The same tasks in a plain loop and on the pool, one after the other, each from its call to its return: the one time divided by the other.',
  ),
  'break-even.estimated': derived(
    'speed-up of this run',
    'The loop was not run: the sum of the pool’s own run phases stands for it, divided by the time of the pool.',
  ),
  'break-even.pool': measured('time of the pool', 'From the call until it returned, on the clock of this machine.'),
  'break-even.amdahl': derived(
    'Amdahl’s law',
    'Speed-up if one share of the work cannot be split and all the rest is split evenly. Pickling and waiting are left out.',
  ),
  'race.tapes': measured(
    'workers and tapes of a race',
    'Workers read the machine’s clock before and after each run; the pool reads it when a result is complete and when the caller gets it. Each heat begins with its call.',
  ),
  'race.waiting': derived(
    'what waits in a race',
    'Results that are complete less those that the caller has. A task was held if the caller had one of another chunk first that completed later.',
  ),
} as const satisfies Record<string, Method>;
