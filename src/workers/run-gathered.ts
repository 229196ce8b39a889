/**
 * An event loop with all tasks in flight, as Python's `asyncio.gather`: one thread, nothing pickled, no pool. A task that
 * waits lets the next one begin; one that computes lets nobody.
 */
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { now } from './clock';
import { isThenable, type TaskFunction } from './function-table';
import { GatherReport } from './gather-report';
import type { Port } from './port';

/** Tasks that only compute let messages in between them after this long, so that the loop can be stopped. */
const TURN_EVERY_NS = 25e6;

/**
 * @param atOnce tasks in flight at most, as a semaphore holds them. Each takes the first free place.
 * @param stopped asked before each task: once it says true none begins any more
 */
export async function runGathered(
  port: Port,
  items: readonly unknown[],
  call: TaskFunction,
  atOnce: number,
  stopped: () => boolean,
): Promise<void> {
  const report = new GatherReport(port);
  const taken: boolean[] = [];
  let inFlight = 0;
  /** Called when a task has ended, where somebody waits for that. */
  let freed: (() => void) | null = null;
  const oneEnds = (): Promise<void> =>
    new Promise((resolve) => {
      freed = resolve;
    });
  let turned = now();
  // What Node counts as idle is waiting for events; all the rest the loop was at work.
  const before = performance.eventLoopUtilization();

  /** @returns a promise that never rejects, where the task waits */
  const begin = (task: number, place: number): Promise<void> | undefined => {
    report.begin(task, place);
    try {
      const value = call(items[task], task);
      if (!isThenable(value)) {
        report.returned(task, value);
        return undefined;
      }
      return Promise.resolve(value).then(
        (settled) => report.returned(task, settled),
        (error) => report.raised(task, error),
      );
    } catch (error) {
      report.raised(task, error);
      return undefined;
    }
  };

  for (let task = 0; task < items.length && !stopped(); task++) {
    while (inFlight >= atOnce) await oneEnds();
    if (stopped()) break;
    const place = firstFree(taken, atOnce);
    const pending = begin(task, place);
    if (pending !== undefined) {
      taken[place] = true;
      inFlight++;
      void pending.then(() => {
        taken[place] = false;
        inFlight--;
        freed?.();
      });
    }
    if (now() - turned >= TURN_EVERY_NS) {
      await setImmediate();
      turned = now();
    }
  }
  while (inFlight > 0) await oneEnds();
  report.send(performance.eventLoopUtilization(before).active * 1e6);
}

function firstFree(taken: readonly boolean[], places: number): number {
  for (let place = 0; place < places; place++) if (taken[place] !== true) return place;
  throw new Error('more tasks are in flight than there are places');
}
