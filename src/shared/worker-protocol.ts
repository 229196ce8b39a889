/**
 * Messages between the pool and a worker process. Values cross as bytes that each side serialises and deserialises
 * itself (docs/adr/0002), so that both times and the size are known; the rest is typed columns. No schema library here:
 * workers load this file, and boot fast; what they say is checked by src/main/pool/check-message.ts.
 */
import type { PayloadKind } from './scenario';
import type { WorkloadName } from './workloads';

/** Which function a chunk calls, and what it needs besides its item. Sent once to each worker that needs it. */
export interface FunctionSpec {
  readonly workload: WorkloadName;
  readonly params: Readonly<Record<string, unknown>>;
  readonly seed: number;
  /** Whether an argument is a tuple, `[item]` or `[item, payload]`, rather than the item alone. */
  readonly tuple: boolean;
  /** What rides along with each result; where there is something, a result is `[value, payload]`. */
  readonly resultPayload: { readonly kind: PayloadKind; readonly bytes: number };
}

export type ToWorker =
  /** First message. `clockBase`: hrtime in ns that the session counts from, as decimal text. */
  | { readonly type: 'init'; readonly clockBase: string }
  | { readonly type: 'define'; readonly functionId: number; readonly spec: FunctionSpec }
  | {
      readonly type: 'chunk';
      readonly chunk: number;
      readonly functionId: number;
      /** Input positions, one a task. */
      readonly tasks: Uint32Array;
      /** Lengths in bytes of the pickled arguments, which stand one after another in `args`. */
      readonly lengths: Uint32Array;
      readonly args: Uint8Array;
    }
  /** Run every item one after another with nothing pickled: the plain loop that pools are compared with. */
  | { readonly type: 'loop'; readonly functionId: number; readonly items: Float64Array }
  /** No more chunks will come. The worker answers `done` when it has run what it has. */
  | { readonly type: 'finish' }
  /** The answer to `done`: nothing of this worker is in the pipe any more, it may exit. */
  | { readonly type: 'exit' };

/**
 * The moments that a worker measures for each task, in the order in which they stand in `times`:
 * [argsLoadsBegin, runBegin, runEnd, resultDumpsEnd] for the first task, then for the second, ... NaN: not yet.
 */
export const WORKER_MOMENTS = ['argsLoadsBegin', 'runBegin', 'runEnd', 'resultDumpsEnd'] as const;

/** How each task of a chunk ended. `skipped`: an earlier task of its chunk failed, as in Python it was not run. */
export const TASK_STATUS = { ok: 0, raised: 1, unpicklable: 2, skipped: 3 } as const;

/** A failed task's error, as it arrives: plain data, with the worker's own stack. */
export interface RemoteErrorData {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

export type FromWorker =
  | { readonly type: 'ready'; readonly pid: number }
  /** The last message. Exiting right after a message would lose it: the worker waits for `exit`. */
  | { readonly type: 'done' }
  /** Where the worker has got to in a chunk. Sent before a task begins, when the last such news is old. */
  | {
      readonly type: 'progress';
      readonly chunk: number;
      /** When the chunk arrived, ns since the clock base. */
      readonly received: number;
      /**
       * WORKER_MOMENTS of the chunk's first tasks, up to and including the one that begins now. The last one's
       * argsLoadsBegin and runBegin are provisional (the moment of this message); the result brings the measured ones.
       */
      readonly times: Float64Array;
    }
  | {
      readonly type: 'result';
      readonly chunk: number;
      readonly received: number;
      readonly sent: number;
      /** WORKER_MOMENTS of every task. */
      readonly times: Float64Array;
      /** TASK_STATUS, one a task. */
      readonly status: Uint8Array;
      /** Lengths of the pickled results (or RemoteErrorData), which stand one after another in `results`. */
      readonly lengths: Uint32Array;
      readonly results: Uint8Array;
    }
  /** A stretch of the plain loop: tasks `first` up to `first + status.length`. `times`: begin and end of each run. */
  | {
      readonly type: 'looped';
      readonly first: number;
      readonly times: Float64Array;
      readonly status: Uint8Array;
      readonly values: readonly unknown[];
      readonly done: boolean;
    };
