/** What a pool tells whoever records it. The pool measures either way; without an observer nothing is kept. */
import type { WorkerRecord } from '../../shared/telemetry';
import type { Chunk, EndedChunk, SentChunk } from './chunk';

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
  chunkUnsendable(sent: SentChunk, failedAt: number): void;
  /** The worker died with the chunk. `begun`: it may have run; otherwise it was still in the pipe. */
  chunkLost(chunk: Chunk, at: number, begun: boolean): void;
  /** Results of tasks `first` to `first + count - 1` reached the caller, in this order. */
  delivered(first: number, count: number, at: number): void;
  /** A task has failed for good. */
  taskFailed(task: number, error: Error): void;
  /** A worker wrote to its stdout or stderr. */
  output(worker: number, stream: 'stdout' | 'stderr', text: string): void;
}

const ignore = (): void => undefined;

/** Records nothing. */
export const noObserver: PoolObserver = {
  workerChanged: ignore,
  queueChanged: ignore,
  chunkSent: ignore,
  chunkProgress: ignore,
  chunkEnded: ignore,
  chunkUnsendable: ignore,
  chunkLost: ignore,
  delivered: ignore,
  taskFailed: ignore,
  output: ignore,
};
