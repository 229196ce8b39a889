/** The task timeout: ends workers that are at one task for too long. What such a worker has meets the policy. */
import type { PoolWorker } from './pool-worker';

/** What a worker was at when it was last looked at, and since when. */
interface Sight {
  readonly begun: number | null;
  readonly ended: number;
  /** ns since the clock base. */
  readonly since: number;
}

/** How often workers are looked at, in ms: ten times as often as they may take, within reason. */
const everyMs = (limitMs: number): number => Math.min(250, Math.max(5, limitMs / 10));

/**
 * A worker counts as being at a task from when it was first seen with it, so a task may take up to a tenth longer.
 * Stopped workers (SIGSTOP) count too: the mark that they left is read from outside.
 * @returns a function that ends the watch
 */
export function watchTasks(limitMs: number, living: () => Iterable<PoolWorker>, now: () => number): () => void {
  const sights = new Map<number, Sight>();
  const look = (worker: PoolWorker, at: number): void => {
    const { index, pipe } = worker;
    const begun = worker.mark()?.begun ?? null;
    const before = sights.get(index);
    if (before === undefined || before.begun !== begun || before.ended !== pipe.tasksEnded) {
      sights.set(index, { begun, ended: pipe.tasksEnded, since: at });
    } else if (at - before.since >= limitMs * 1e6) {
      sights.delete(index);
      worker.timedOut = true;
      worker.end(`was at one task for longer than ${limitMs} ms`);
    }
  };
  const timer = setInterval(() => {
    const at = now();
    for (const worker of living()) {
      if (worker.pipe.inFlight.length > 0) look(worker, at);
      else sights.delete(worker.index);
    }
  }, everyMs(limitMs));
  return () => clearInterval(timer);
}
