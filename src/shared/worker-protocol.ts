/**
 * Messages between the pool and a worker process. Values cross as bytes that each side serialises and deserialises
 * itself (docs/adr/0002), so that both times and the size are known; the rest is typed columns.
 */
import { z } from 'zod';
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
  | { readonly type: 'exit' };

/**
 * The moments that a worker measures for each task, in the order in which they stand in `times`:
 * [argsLoadsBegin, runBegin, runEnd, resultDumpsEnd] for the first task, then for the second, ... NaN: not yet.
 */
export const WORKER_MOMENTS = ['argsLoadsBegin', 'runBegin', 'runEnd', 'resultDumpsEnd'] as const;

/** How each task of a chunk ended. `skipped`: an earlier task of its chunk failed, as in Python it was not run. */
export const TASK_STATUS = { ok: 0, raised: 1, unpicklable: 2, skipped: 3 } as const;

const number = z.number();
const float64s = z.custom<Float64Array>((value) => value instanceof Float64Array);
const uint32s = z.custom<Uint32Array>((value) => value instanceof Uint32Array);
const uint8s = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** A failed task's error, as it arrives: plain data, with the worker's own stack. */
export const remoteErrorSchema = z.object({
  name: z.string(),
  message: z.string(),
  stack: z.string(),
});
export type RemoteErrorData = z.output<typeof remoteErrorSchema>;

/** What a worker may say. Parsed on arrival: a worker runs code that is not ours. */
export const fromWorkerSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), pid: number }),
  /** Where the worker has got to in a chunk. Sent before a task begins, when the last news is old. */
  z.object({
    type: z.literal('progress'),
    chunk: number,
    received: number,
    /**
     * Times of the chunk's first tasks, up to and including the one that begins now. The last one's argsLoadsBegin and
     * runBegin are provisional (the moment of this message); the result brings the measured ones.
     */
    times: float64s,
  }),
  z.object({
    type: z.literal('result'),
    chunk: number,
    received: number,
    sent: number,
    times: float64s,
    /** TASK_STATUS, one a task. */
    status: uint8s,
    /** Lengths of the pickled results (or RemoteErrorData), which stand one after another in `results`. */
    lengths: uint32s,
    results: uint8s,
  }),
  /** A stretch of the plain loop: tasks `first` up to `first + status.length`. `times`: begin and end of each run. */
  z.object({
    type: z.literal('looped'),
    first: number,
    times: float64s,
    status: uint8s,
    values: z.array(z.unknown()),
    done: z.boolean(),
  }),
]);
export type FromWorker = z.output<typeof fromWorkerSchema>;
