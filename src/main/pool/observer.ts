/** What a pool tells whoever records it. The pool measures either way; without an observer nothing is kept. */
import type { CallbackKind, WorkerRecord } from '../../shared/telemetry';
import type { Chunk, EndedChunk, SentChunk } from './chunk';
import type { TaskResult } from './job';
import type { RunningChunk } from './worker-pipe';

export interface PoolObserver {
  /** A worker is new or has changed. */
  workerChanged(worker: WorkerRecord): void;
  /** Tasks waiting after a change. */
  queueChanged(at: number, depth: number): void;
  chunkSent(sent: SentChunk): void;
  /** A worker has begun the last task for which `times` has an entry. */
  chunkProgress(chunk: Chunk, receivedByWorker: number, times: Float64Array): void;
  chunkEnded(ended: EndedChunk): void;
  /** An argument could not be pickled: nothing was sent. `dumps` holds the times up to the failure. */
  chunkUnsendable(sent: SentChunk): void;
  /** The worker died with the chunk. `begun`: it may have run; otherwise it was still in the pipe. `task`: the one that
   *  the worker was at. */
  chunkLost(chunk: Chunk, begun: boolean, task: RunningChunk['task']): void;
  /** Results of tasks `first` to `first + count - 1` reached the caller, in this order. */
  delivered(first: number, count: number, at: number): void;
  /** A callback of the call that begins with `task` was called. `error`: what it raised itself. */
  callbackRan(task: number, kind: CallbackKind, at: number, error: Error | null): void;
  /** A task has ended for good. */
  taskEnded(task: number, result: TaskResult): void;
  /**
   * A stretch of the plain loop: tasks `first` and on ran in `worker`.
   * `times`: begin and end of each run in turn; `status`: TASK_STATUS of each.
   */
  loopRan(worker: number, first: number, times: Float64Array, status: Uint8Array): void;
  /** Tasks have begun in an event loop: each in the lane of its place. */
  gatherBegan(tasks: Uint32Array, places: Uint16Array, at: Float64Array): void;
  /** Tasks that had begun in an event loop have ended. `status`: TASK_STATUS of each. */
  gatherEnded(tasks: Uint32Array, at: Float64Array, status: Uint8Array): void;
  /** A worker wrote to its stdout or stderr. */
  output(worker: number, stream: 'stdout' | 'stderr', text: string): void;
}

type Report<Name extends keyof PoolObserver> = (...facts: Parameters<PoolObserver[Name]>) => void;

/** Hands each report to all who want that kind of report; a single one is called directly. */
export function observedBy(...observers: readonly Partial<PoolObserver>[]): PoolObserver {
  const all = <Name extends keyof PoolObserver>(name: Name): Report<Name> => {
    const wanted = observers.flatMap((observer) => {
      const report = observer[name] as Report<Name> | undefined;
      return report === undefined ? [] : report.bind(observer);
    });
    const [only] = wanted;
    if (only !== undefined && wanted.length === 1) return only;
    return (...facts) => {
      for (const report of wanted) report(...facts);
    };
  };
  return {
    workerChanged: all('workerChanged'),
    queueChanged: all('queueChanged'),
    chunkSent: all('chunkSent'),
    chunkProgress: all('chunkProgress'),
    chunkEnded: all('chunkEnded'),
    chunkUnsendable: all('chunkUnsendable'),
    chunkLost: all('chunkLost'),
    delivered: all('delivered'),
    callbackRan: all('callbackRan'),
    taskEnded: all('taskEnded'),
    loopRan: all('loopRan'),
    gatherBegan: all('gatherBegan'),
    gatherEnded: all('gatherEnded'),
    output: all('output'),
  };
}
