/**
 * A job: the tasks of one call, and the rule by which their results reach the caller. The pool cuts a job into chunks
 * and hands back how each task ended; when to deliver what is the job's own business.
 */

export type TaskResult = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Error };

/** A call as the pool sees it. */
export interface Call {
  readonly functionId: number;
  /** One argument a task. */
  readonly args: readonly unknown[];
  /** Number of the first task; the pool numbers tasks from 0 over all calls. */
  readonly firstTask: number;
  /** Tasks a chunk, 1 or more. */
  readonly chunksize: number;
  /** When the call was made, ns since the clock base. */
  readonly submitted: number;
}

export interface Job {
  readonly call: Call;
  /** Results of the tasks at positions `start` and on have come in (or will never come: then they are errors). */
  settle(start: number, results: readonly TaskResult[]): void;
}

/** Tells the observer that tasks at positions `start` to `start + count - 1` have reached the caller. */
export type Deliver = (start: number, count: number) => void;
