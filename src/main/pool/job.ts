/**
 * A job: the tasks of one call, and the rule by which their results reach the caller. The pool cuts a job into chunks
 * and hands back how each task ended; when to deliver what is the job's own business.
 */

export type TaskResult = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Error };

/** What the pool needs to know to run a job. */
export interface Job {
  readonly functionId: number;
  /** One argument a task. */
  readonly args: readonly unknown[];
  /** Number of the first task; the pool numbers tasks from 0 over all calls. */
  readonly firstTask: number;
  /** Tasks a chunk, 1 or more. */
  readonly chunksize: number;
  /** When the call was made, ns since the clock base. */
  readonly submitted: number;
  /** Results of the tasks at positions `start` and on have come in (or will never come: then they are errors). */
  settle(start: number, results: readonly TaskResult[]): void;
}

export type JobFacts = Omit<Job, 'settle'>;

/** Tells the observer that tasks at positions `start` to `start + count - 1` have reached the caller. */
export type Deliver = (start: number, count: number) => void;
