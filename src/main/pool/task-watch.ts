/** The task timeout: ends workers that are at one task for too long. What such a worker has meets the policy. */
import { LOAD_LIMIT_MS } from './definitions';
import type { PoolWorker } from './pool-worker';

/** What a worker was at when it was last looked at, and since when. */
interface Sight {
  readonly begun: number | null;
  readonly ended: number;
  readonly loading: boolean;
  /** ns since the clock base. */
  readonly since: number;
}

/** How often workers are looked at, in ms: ten times as often as they may take, within reason. */
const everyMs = (limitMs: number): number => Math.min(250, Math.max(5, limitMs / 10));

/**
 * A worker counts as being at a task from when it was first seen with it, so a task may take up to a tenth longer.
 * Loading the function is no part of the task: it has a limit of its own.
 * Stopped workers (SIGSTOP) count too: the mark that they left is read from outside.
 * @returns a function that ends the watch
 */
export function watchTasks(limitMs: number, living: () => Iterable<PoolWorker>, now: () => number): () => void {
  const sights = new Map<number, Sight>();
  const look = (worker: PoolWorker, at: number): void => {
    const { index, pipe } = worker;
    const begun = worker.mark()?.begun ?? null;
    const ended = pipe.tasksEnded;
    const [chunk] = pipe.inFlight;
    const loading = chunk !== undefined && worker.isLoading(chunk.job.call.functionId);
    const before = sights.get(index);
    const same = before?.begun === begun && before.ended === ended && before.loading === loading;
    if (!same) {
      sights.set(index, { begun, ended, loading, since: at });
      return;
    }
    const mostMs = loading ? Math.max(limitMs, LOAD_LIMIT_MS) : limitMs;
    if (at - before.since < mostMs * 1e6) return;
    sights.delete(index);
    worker.timedOut = !loading;
    worker.end(
      loading ? `did not load its function within ${mostMs} ms` : `was at one task for longer than ${mostMs} ms`,
    );
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
