/**
 * What a worker has been sent and has not ended: chunks that leave in one message, results that come in one, and, when
 * the worker is dead, which of its chunks had begun.
 */
import { BulkReader, BulkWriter } from '../../boundary/bulk-file';
import type { Mark } from '../../boundary/mark-file';
import { packChunks } from '../../boundary/pack-chunks';
import { RESULT_STRIDE, unpackResults } from '../../boundary/pack-results';
import { BULK_FROM_BYTES } from '../../shared/dispatch-rules';
import { joinBytes } from '../../shared/join-bytes';
import { type FromWorker, type ToWorker, WORKER_MOMENTS, type WorkerFiles } from '../../shared/worker-protocol';
import type { Chunk } from './chunk';
import type { Pickled } from './pickle';

export type ResultsMessage = Extract<FromWorker, { type: 'results' }>;

/** What a message says of one chunk. The columns are views of the message. */
export interface ChunkResults {
  readonly chunk: Chunk;
  readonly times: Float64Array;
  readonly status: Uint8Array;
  readonly lengths: Uint32Array;
  /** The pickled results one after another. */
  readonly results: Uint8Array;
}

/** The chunk that a dead worker was at. */
export interface RunningChunk {
  readonly chunk: Chunk;
  /** Which of its tasks had begun last, and when; null where nobody knows. */
  readonly task: { readonly position: number; readonly at: number } | null;
}

/** Chunks of a dead worker. */
export interface LostChunks {
  /** Had run; their results died with the worker. */
  readonly ran: readonly Chunk[];
  /** The worker died with it. */
  readonly running: RunningChunk | null;
  /** Were still in the pipe. */
  readonly untouched: readonly Chunk[];
}

const STRIDE = WORKER_MOMENTS.length;

export class WorkerPipe {
  /** Sent and not ended, oldest first: a worker runs them in this order. */
  inFlight: Chunk[] = [];
  /** Bytes of arguments in flight. */
  bytes = 0;
  /** Since the worker started; `maxTasksPerChild` counts these. */
  chunksSent = 0;
  /** Tasks whose chunks have ended. */
  tasksEnded = 0;

  private readonly sizes: number[] = [];
  private heads: number[] = [];
  private lengths: number[] = [];
  private parts: Uint8Array[] = [];
  private unsentBytes = 0;
  private resultsRead = 0;
  private readonly args: BulkWriter;
  private readonly results: BulkReader;

  constructor(
    private readonly post: (message: ToWorker) => void,
    files: WorkerFiles,
  ) {
    this.args = new BulkWriter(files.args);
    this.results = new BulkReader(files.results);
  }

  /** The chunk leaves with the next `flush`. */
  put(chunk: Chunk, { parts, lengths }: Pickled): void {
    const { firstTask, args, job } = chunk;
    let bytes = 0;
    for (let position = 0; position < lengths.length; position++) {
      const length = lengths[position] ?? 0;
      bytes += length;
      this.lengths.push(length);
      this.parts.push(parts[position] as Uint8Array);
    }
    this.heads.push(chunk.id, job.call.functionId, firstTask, args.length);
    this.inFlight.push(chunk);
    this.sizes.push(bytes);
    this.chunksSent++;
    this.bytes += bytes;
    this.unsentBytes += bytes;
    // Large arguments leave at once: the worker can read them while the next ones are pickled.
    if (this.unsentBytes >= BULK_FROM_BYTES) this.flush();
  }

  flush(): void {
    if (this.heads.length === 0) return;
    const large = this.unsentBytes >= BULK_FROM_BYTES;
    const packed = packChunks(this.heads, this.lengths, large ? [] : this.parts);
    const args = large ? (this.args.write(this.parts) ?? joinBytes(this.parts)) : null;
    this.heads = [];
    this.lengths = [];
    this.parts = [];
    this.unsentBytes = 0;
    this.post({ type: 'chunks', packed, args, resultsRead: this.resultsRead });
    this.resultsRead = 0;
  }

  /** The chunks that a message ends, which are no longer in flight; null: it does not fit what was sent. */
  take({ packed, results, argsRead }: ResultsMessage): ChunkResults[] | null {
    const columns = unpackResults(packed);
    if (columns === null) return null;
    this.args.release(argsRead);
    const bytes = this.bytesOf(results) ?? columns.results;
    const ended: ChunkResults[] = [];
    let task = 0;
    let offset = 0;
    for (let at = 0; at < columns.heads.length; at += RESULT_STRIDE) {
      const chunk = this.inFlight[at / RESULT_STRIDE];
      const tasks = columns.heads[at + 1] ?? 0;
      if (chunk === undefined || chunk.id !== columns.heads[at] || chunk.args.length !== tasks) return null;
      const lengths = columns.lengths.subarray(task, task + tasks);
      let length = 0;
      for (let position = 0; position < tasks; position++) length += lengths[position] ?? 0;
      ended.push({
        chunk,
        times: columns.times.subarray(task * STRIDE, (task + tasks) * STRIDE),
        status: columns.status.subarray(task, task + tasks),
        lengths,
        results: bytes.subarray(offset, offset + length),
      });
      task += tasks;
      offset += length;
    }
    if (offset > bytes.length) return null;
    this.inFlight.splice(0, ended.length);
    for (const size of this.sizes.splice(0, ended.length)) this.bytes -= size;
    this.tasksEnded += task;
    return ended;
  }

  /** Chunks that `take` gave out and nobody could read: they are in flight again. */
  putBack(chunks: readonly Chunk[]): void {
    this.inFlight.unshift(...chunks);
    for (const { args } of chunks) this.tasksEnded -= args.length;
  }

  /**
   * Empties the pipe of a dead worker.
   * @param mark what the worker had begun, or null where nobody knows: then the oldest chunk is taken to be the one that
   *   it died with
   */
  lose(mark: Mark | null): LostChunks {
    const chunks = this.inFlight.splice(0);
    const begun = mark?.begun ?? this.tasksEnded + 1;
    // Chunks whose first task comes before the mark had begun; the last of them is the one that the worker was at.
    let touched = 0;
    let first = 0;
    for (let task = this.tasksEnded; touched < chunks.length && task < begun; touched++) {
      first = task;
      task += chunks[touched]?.args.length ?? 0;
    }
    const running = touched - 1;
    const chunk = chunks[running];
    const task = mark === null ? null : { position: begun - first - 1, at: mark.at };
    return {
      ran: chunks.slice(0, Math.max(0, running)),
      running: chunk === undefined ? null : { chunk, task },
      untouched: chunks.slice(Math.max(0, touched)),
    };
  }

  /** Lets the files go. */
  close(): void {
    this.args.close();
    this.results.close();
  }

  private bytesOf(results: ResultsMessage['results']): Uint8Array | null {
    if (results === null || results instanceof Uint8Array) return results;
    this.resultsRead++;
    return this.results.read(results);
  }
}
