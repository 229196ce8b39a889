/** When which worker is hit: drawn from a seed and counted in tasks, not in seconds, so that a slow machine has the same faults. */
import type { FaultKind } from '../../shared/faults';
import { seededRandom } from '../../shared/random';

export interface Fault {
  readonly kind: FaultKind;
  /** Due when so many tasks have ended. */
  readonly afterTasks: number;
  /** How many workers begin a task unhurt before one is hit, as a share of those that are ready then; 0 to below 1. */
  readonly pick: number;
}

/**
 * @param tasks how many the run has; faults come before the last tenth of them, so that there is something left to hit
 * @returns faults in the order in which they are due
 */
export function faultSchedule(kind: FaultKind, faults: number, tasks: number, seed: number): Fault[] {
  const random = seededRandom(seed);
  const drawn = Array.from({ length: faults }, () => ({
    kind,
    afterTasks: Math.floor(random() * tasks * 0.9),
    pick: random(),
  }));
  return drawn.sort((a, b) => a.afterTasks - b.afterTasks);
}
