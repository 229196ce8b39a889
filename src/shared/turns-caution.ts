/** When the sum of run phases is no measure of serial time: one sentence, for the window and the command line. */
import type { Scenario } from './scenario';

/**
 * Where more workers compute than there are cores they take turns: each run grows longer, and with it the sum of runs
 * and the speed-up. Waiting takes no core.
 * @returns the sentence, or null where there is nothing to be cautious about
 */
export function turnsCaution({ engine, pool, workload }: Scenario, cores: number): string | null {
  if (engine === 'async') {
    if (workload.name !== 'read-and-echo' && workload.name !== 'module') return null;
    return 'Tasks of one event loop wait for each other while one computes, and that is part of their runs: the plain loop tells the true serial time.';
  }
  // Threads under one lock do not run at once: none makes another's run longer.
  if (engine === 'serial' || engine === 'locked-thread' || workload.name === 'sleep' || pool.processes <= cores)
    return null;
  return `${pool.processes} workers took turns on ${cores} ${cores === 1 ? 'core' : 'cores'}, so serial time and speed-up are too high: the plain loop tells the true ones.`;
}
