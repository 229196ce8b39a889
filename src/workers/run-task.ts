/** Runs one task: loads, run, dumps, each timed on its own. An error becomes a pickled RemoteErrorData. */
import { dumps, loads } from '../boundary/pickle';
import { TASK_STATUS } from '../shared/worker-protocol';
import { now } from './clock';
import { isThenable, type TaskFunction } from './function-table';
import { acquireInterpreter, releaseInterpreter } from './interpreter-lock';
import { remoteError, unpicklableResult } from './remote-error';

export interface TaskEnd {
  readonly pickled: Uint8Array;
  /** See TASK_STATUS. */
  readonly code: number;
}

/**
 * The interpreter's lock, where there is one, is held at the call and let go of at the end.
 * @param times gets the task's WORKER_MOMENTS from `slot` on
 * @returns how it ended, or a promise of that where the function is asynchronous; it never rejects
 */
export function runTask(
  args: Uint8Array,
  task: number,
  call: TaskFunction,
  times: Float64Array,
  slot: number,
): TaskEnd | Promise<TaskEnd> {
  times[slot] = now();
  times[slot + 1] = Number.NaN;
  try {
    const loaded = loads(args);
    times[slot + 1] = now();
    const value = call(loaded, task);
    if (isThenable(value)) return settle(value, times, slot);
    return returned(value, times, slot);
  } catch (error) {
    return raised(error, times, slot);
  }
}

async function settle(value: PromiseLike<unknown>, times: Float64Array, slot: number): Promise<TaskEnd> {
  releaseInterpreter();
  try {
    const settled = await value;
    acquireInterpreter();
    return returned(settled, times, slot);
  } catch (error) {
    acquireInterpreter();
    return raised(error, times, slot);
  }
}

function returned(value: unknown, times: Float64Array, slot: number): TaskEnd {
  times[slot + 2] = now();
  try {
    return dumped(dumps(value), TASK_STATUS.ok, times, slot);
  } catch (error) {
    return dumped(dumps(unpicklableResult(error)), TASK_STATUS.unpicklable, times, slot);
  }
}

function raised(error: unknown, times: Float64Array, slot: number): TaskEnd {
  const end = now();
  if (Number.isNaN(times[slot + 1])) times[slot + 1] = end;
  times[slot + 2] = end;
  return dumped(dumps(remoteError(error)), TASK_STATUS.raised, times, slot);
}

function dumped(pickled: Uint8Array, code: number, times: Float64Array, slot: number): TaskEnd {
  times[slot + 3] = now();
  releaseInterpreter();
  return { pickled, code };
}
