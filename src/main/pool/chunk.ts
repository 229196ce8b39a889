/** A chunk: the tasks that cross to a worker as one message, and what is known about the crossing. */
import type { Job } from './job';

export interface Chunk {
  /** Counted from 0 in order of dispatch. */
  readonly id: number;
  readonly job: Job;
  /** Positions in the job's arguments, half open. */
  readonly start: number;
  readonly end: number;
  /** 1 for the first run, 2 for its first retry. */
  readonly attempt: number;
}

/** A stretch of a job that waits to be dispatched; becomes a chunk then. */
export type PendingChunk = Omit<Chunk, 'id'>;

/** What the pool measured while it sent a chunk. Times in ns since the clock base. */
export interface SentChunk {
  readonly chunk: Chunk;
  readonly worker: number;
  readonly submitted: number;
  /** Begin and end of dumps for each task, in turn. */
  readonly dumps: Float64Array;
  readonly sent: number;
  /** Bytes of each pickled argument. */
  readonly lengths: Uint32Array;
}

/** What came back. Worker's times as in WORKER_MOMENTS. */
export interface EndedChunk {
  readonly chunk: Chunk;
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
