/**
 * The plain loop: every item after the other, in one thread, with nothing pickled and no pool. What pools are measured
 * against. It reports in stretches and lets messages in between them, so that it can be stopped.
 */
import { setImmediate } from 'node:timers/promises';
import { type FromWorker, TASK_STATUS } from '../shared/worker-protocol';
import { now } from './clock';
import { cloneable } from './cloneable';
import { isThenable, type TaskFunction } from './function-table';
import type { Port } from './port';
import { remoteError } from './remote-error';

const REPORT_EVERY_NS = 25e6;

/** @param stopped asked between stretches; the loop ends early when it says true */
export async function runLoop(
  port: Port,
  items: readonly unknown[],
  call: TaskFunction,
  stopped: () => boolean,
): Promise<void> {
  let first = 0;
  while (first < items.length && !stopped()) {
    const stretch = await runStretch(items, first, call);
    const next = first + stretch.status.length;
    post(port, { type: 'looped', first, ...stretch, done: next === items.length });
    first = next;
    await setImmediate();
  }
  if (first < items.length || items.length === 0) {
    port.post({ type: 'looped', first, times: new Float64Array(0), status: new Uint8Array(0), values: [], done: true });
  }
}

/** The loop pickles nothing, but its report has to cross to be shown: what cannot be cloned goes as its text. */
function post(port: Port, report: Extract<FromWorker, { type: 'looped' }>): void {
  try {
    port.post(report);
  } catch {
    port.post({ ...report, values: report.values.map(cloneable) });
  }
}

interface Stretch {
  readonly times: Float64Array;
  readonly status: Uint8Array;
  readonly values: unknown[];
}

/** Runs items from `first` until the next report is due. */
async function runStretch(items: readonly unknown[], first: number, call: TaskFunction): Promise<Stretch> {
  const times: number[] = [];
  const status: number[] = [];
  const values: unknown[] = [];
  const due = now() + REPORT_EVERY_NS;
  for (let task = first; task < items.length; task++) {
    const begin = now();
    let end: number;
    try {
      const called = call(items[task], task);
      const value = isThenable(called) ? await called : called;
      end = now();
      values.push(value);
      status.push(TASK_STATUS.ok);
    } catch (error) {
      end = now();
      values.push(remoteError(error));
      status.push(TASK_STATUS.raised);
    }
    times.push(begin, end);
    if (end >= due) break;
  }
  return { times: Float64Array.from(times), status: Uint8Array.from(status), values };
}
