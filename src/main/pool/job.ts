/**
 * A job: the tasks of one call, and the rule by which their results reach the caller. The pool draws chunks from its
 * source and hands back how each task ended; when to deliver what is the job's own business.
 */
import type { Source } from './source';

export type TaskResult = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Error };

/** A call as the pool sees it. */
export interface Call {
  readonly functionId: number;
  /** Tasks a chunk, 1 or more. */
  readonly chunksize: number;
  readonly source: Source;
}

/** A stretch of a job whose results have come in. */
export interface Settled {
  /** Position of the first task in the call's input, and its number in the pool. */
  readonly start: number;
  readonly firstTask: number;
}

export interface Job {
  readonly call: Call;
  /** Whether the caller has to take results before more input is drawn. */
  readonly full: boolean;
  /** `tasks` more were taken from the input. */
  drawn(tasks: number): void;
  /** Results of a stretch have come in (or will never come: then they are errors). */
  settle(stretch: Settled, results: readonly TaskResult[]): void;
  /** The input has ended after `total` tasks. `error`: what stands in place of the rest. */
  inputEnded(total: number, error: Error | null): void;
}

/** Tells the observer that `count` tasks from number `firstTask` on have reached the caller. */
export type Deliver = (firstTask: number, count: number) => void;
