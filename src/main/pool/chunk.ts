/** A chunk: the tasks that cross to a worker together, and what is known about the crossing. */
import type { Job } from './job';

/** A stretch of a call's input that waits to be dispatched. */
export interface PendingChunk {
  readonly job: Job;
  /** Position of its first task in the call's input. */
  readonly start: number;
  /** Number of its first task; the pool numbers tasks from 0 over all calls. */
  readonly firstTask: number;
  /** One argument a task. */
  readonly args: readonly unknown[];
  /** When its tasks were submitted (taken from the input, where that is lazy), ns since the clock base. */
  readonly submitted: number;
  /** 1 for the first run, 2 for its first retry. */
  readonly attempt: number;
  /** Workers that died while they ran it; policy `retry` has a limit for these. */
  readonly deaths: number;
  /** Times that it came back from a dead worker unbegun, as the first in its pipe. */
  readonly returns: number;
}

export interface Chunk extends PendingChunk {
  /** Counted from 0 in order of dispatch. */
  readonly id: number;
}

/** What the pool measured while it sent a chunk. Times in ns since the clock base. */
export interface SentChunk {
  readonly chunk: Chunk;
  readonly worker: number;
  /** Begin and end of dumps for each task, in turn. */
  readonly dumps: Float64Array;
  readonly sent: number;
  /** Bytes of each pickled argument. */
  readonly lengths: Uint32Array;
}

/** What came back. Worker's times as in WORKER_MOMENTS. */
export interface EndedChunk {
  readonly chunk: Chunk;
  readonly worker: number;
  readonly receivedByWorker: number;
  readonly workerTimes: Float64Array;
  readonly sentByWorker: number;
  readonly received: number;
  /** Begin and end of loads for each task, in turn. */
  readonly loads: Float64Array;
  /** TASK_STATUS of each task. */
  readonly status: Uint8Array;
  /** Bytes of each pickled result. */
  readonly lengths: Uint32Array;
}
