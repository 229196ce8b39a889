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
  /** What the run shares with its workers besides messages; null: nothing. */
  readonly shared: SharedNames | null;
  /** Whether its asynchronous form is called, where a workload has one: it lets other tasks go on while it waits. */
  readonly awaits?: boolean;
  /** What rides along with each result; where there is something, a result is `[value, payload]`. */
  readonly resultPayload: { readonly kind: PayloadKind; readonly bytes: number };
}

/** Segments and semaphores of the operating system's, by name; a file and a server that are there for the run only. */
export interface SharedNames {
  /** Whole numbers of 8 bytes that start at 0, one or an array of them, and the lock that goes with them. */
  readonly counter: { readonly memory: string; readonly lock: string; readonly numbers: number } | null;
  /** What tasks read instead of having it pickled. */
  readonly payload: SharedPayload | null;
  /** What tasks read from, and whom they talk to. */
  readonly echo: EchoPlace | null;
  readonly within: SharedWithin | null;
}

/** Where main has it. A thread of main's uses that: whatever it opened itself would stay for ever once it is ended. */
export interface SharedWithin {
  readonly pid: number;
  readonly counter: bigint | null;
  readonly lock: bigint | null;
  readonly payload: bigint | null;
}

export interface EchoPlace {
  /** Path of the file. */
  readonly file: string;
  /** On 127.0.0.1. */
  readonly port: number;
  /** First line that the server wants to hear: it serves this run and nobody else. */
  readonly token: string;
}

/** What is pickled with each argument in place of the bytes themselves. */
export interface SharedPayload {
  readonly name: string;
  readonly bytes: number;
}

/** Where pickles lie in a file that both sides have open. */
export interface BulkPlace {
  readonly offset: number;
  readonly bytes: number;
}

/**
 * How the pickles of a message cross: null: behind its columns, in the same array. Bytes: in an array of their own.
 * A place: in the file of this direction.
 */
export type Pickles = Uint8Array | BulkPlace | null;

/** Files between the pool and one worker, by path; null: there is none on this machine. */
export interface WorkerFiles {
  /** The worker's mark: how many of its tasks it has begun. Made by the pool. */
  readonly mark: string | null;
  /** Large pickles to the worker, and from it. Made by whoever writes, at the first large one. */
  readonly args: string | null;
  readonly results: string | null;
}

/** A call that every worker makes once, before anything else. */
export interface InitializerCall {
  readonly spec: FunctionSpec;
  /** Its pickled argument. */
  readonly args: Uint8Array;
}

export type ToWorker =
  /** First message. `clockBase`: hrtime in ns that the session counts from, as decimal text. */
  | {
      readonly type: 'init';
      readonly clockBase: string;
      readonly files: WorkerFiles;
      readonly initializer: InitializerCall | null;
    }
  | { readonly type: 'define'; readonly functionId: number; readonly spec: FunctionSpec }
  | {
      readonly type: 'chunks';
      /** Columns of one or more chunks: src/boundary/pack-chunks. */
      readonly packed: Uint32Array;
      readonly args: Pickles;
      /** Messages with results in the file that the pool has read since it last said so: their place is free again. */
      readonly resultsRead: number;
    }
  /** Run every item one after another with nothing pickled: the plain loop that pools are compared with. */
  | { readonly type: 'loop'; readonly functionId: number; readonly items: readonly unknown[] }
  /** Run every item in one event loop with nothing pickled, so many at once: what `asyncio.gather` does. */
  | {
      readonly type: 'gather';
      readonly functionId: number;
      readonly items: readonly unknown[];
      readonly atOnce: number;
    }
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
  /** Instead of `ready`: the initializer raised. */
  | { readonly type: 'unfit'; readonly error: RemoteErrorData }
  /** Answer to `define`; with an error each call of the function will fail with it. */
  | { readonly type: 'defined'; readonly functionId: number; readonly error: RemoteErrorData | null }
  /** The last message. Exiting right after a message would lose it: the worker waits for `exit`. */
  | { readonly type: 'done'; readonly heapBytes: number }
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
      readonly type: 'results';
      /** Columns of one or more chunks, oldest first: src/boundary/pack-results. */
      readonly packed: Float64Array;
      readonly results: Pickles;
      /** When the chunks arrived, and when this message left; ns since the clock base. */
      readonly received: number;
      readonly sent: number;
      /** Messages with arguments in the file that the worker has read since it last said so. */
      readonly argsRead: number;
    }
  /** A stretch of the plain loop: tasks `first` up to `first + status.length`. `times`: begin and end of each run. */
  | {
      readonly type: 'looped';
      readonly first: number;
      readonly times: Float64Array;
      readonly status: Uint8Array;
      readonly values: readonly unknown[];
      readonly done: boolean;
    }
  /** What happened in the event loop since the last one of these. A place is one of those that tasks in flight take. */
  | {
      readonly type: 'gathered';
      /** Tasks that have begun. */
      readonly begun: { readonly tasks: Uint32Array; readonly places: Uint16Array; readonly at: Float64Array };
      /** Tasks that have ended, each begun in this message or in one before. */
      readonly ended: {
        readonly tasks: Uint32Array;
        readonly at: Float64Array;
        readonly status: Uint8Array;
        readonly values: readonly unknown[];
      };
      /** With the last one: how long the loop was at work, and not waiting for something to happen; ns. null before. */
      readonly workedNs: number | null;
      readonly done: boolean;
    };
