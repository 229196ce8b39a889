/** Turns what a message says of one chunk into one result a task: loads each value, revives each error. */
import { type RemoteErrorData, TASK_STATUS } from '../../shared/worker-protocol';
import { checkRemoteError } from './check-message';
import { RemoteError, SkippedError } from './errors';
import type { TaskResult } from './job';
import { loadsAll } from './pickle';
import type { ChunkResults } from './worker-pipe';

/** @throws Error when the bytes are not what the message says */
export function readResults(ended: ChunkResults, now: () => number): { results: TaskResult[]; loads: Float64Array } {
  const { values, times } = loadsAll(ended.results, ended.lengths, now);
  let failed: RemoteErrorData | undefined;
  const results = values.map((value, position): TaskResult => {
    const status = ended.status[position];
    if (status === TASK_STATUS.ok) return { ok: true, value };
    if (status === TASK_STATUS.skipped) {
      return {
        ok: false,
        error: new SkippedError(`Not run: an earlier task of its chunk failed (${failed?.message ?? 'unknown'})`),
      };
    }
    failed = checkRemoteError(value);
    return { ok: false, error: new RemoteError(failed) };
  });
  return { results, loads: times };
}
