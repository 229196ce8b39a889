/** What a worker has finished and not yet sent: the columns of the next `results` message, growing task by task. */
import { BulkWriter } from '../boundary/bulk-file';
import { packResults } from '../boundary/pack-results';
import { BULK_FROM_BYTES } from '../shared/dispatch-rules';
import { joinBytes } from '../shared/join-bytes';
import { grown } from '../shared/vector';
import { type Pickles, TASK_STATUS, WORKER_MOMENTS } from '../shared/worker-protocol';
import { now } from './clock';
import type { Port } from './port';

const STRIDE = WORKER_MOMENTS.length;

export class Outbox {
  /** WORKER_MOMENTS of each task; those of the task under way begin at `slot`. */
  times = new Float64Array(0);
  /** Messages with arguments in their file that were read and not yet reported. */
  argsRead = 0;
  /** When the oldest finished chunk here was finished; infinite when there is none. */
  oldest = Number.POSITIVE_INFINITY;

  private status = new Uint8Array(0);
  private lengths = new Uint32Array(0);
  private pickles: Uint8Array[] = [];
  private heads: number[] = [];
  private tasks = 0;
  private closedTasks = 0;
  private chunk = 0;
  private received = 0;
  private readonly large: BulkWriter;

  /** @param largeResults path of the file for large pickles, or null */
  constructor(
    private readonly port: Port,
    largeResults: string | null,
  ) {
    this.large = new BulkWriter(largeResults);
  }

  /** Where the moments of the task under way begin in `times`. */
  get slot(): number {
    return this.tasks * STRIDE;
  }

  /** The pool has read so many messages with results in the file. */
  release(count: number): void {
    this.large.release(count);
  }

  /** A chunk begins. @param received when its message arrived */
  open(chunk: number, tasks: number, received: number): void {
    this.chunk = chunk;
    this.received = received;
    this.makeRoom(this.tasks + tasks);
  }

  /** The task under way has ended. */
  add(pickled: Uint8Array, code: number): void {
    this.lengths[this.tasks] = pickled.length;
    this.status[this.tasks] = code;
    this.pickles.push(pickled);
    this.tasks++;
  }

  /** The next task is not run. */
  skip(): void {
    this.times.fill(Number.NaN, this.slot, this.slot + STRIDE);
    this.lengths[this.tasks] = 0;
    this.status[this.tasks] = TASK_STATUS.skipped;
    this.tasks++;
  }

  /** The chunk has ended. */
  close(): void {
    this.heads.push(this.chunk, this.tasks - this.closedTasks);
    this.closedTasks = this.tasks;
    this.oldest = Math.min(this.oldest, now());
  }

  /** Sends every chunk that has ended; the one under way stays. */
  flush(): void {
    const tasks = this.closedTasks;
    if (this.heads.length === 0) return;
    // The chunk under way has one pickle for each of its tasks that has ended.
    const sent = this.pickles.splice(0, this.pickles.length - (this.tasks - tasks));
    const { results, inline } = this.cross(sent);
    const columns = {
      heads: Uint32Array.from(this.heads),
      times: this.times.subarray(0, tasks * STRIDE),
      lengths: this.lengths.subarray(0, tasks),
      status: this.status.subarray(0, tasks),
    };
    const packed = packResults(columns, inline);
    this.port.post({ type: 'results', packed, results, received: this.received, sent: now(), argsRead: this.argsRead });
    this.drop(tasks);
  }

  /** Large pickles take their file, or else an array of their own: packing would copy them once more. */
  private cross(pickles: readonly Uint8Array[]): { results: Pickles; inline: readonly Uint8Array[] } {
    const bytes = pickles.reduce((sum, pickle) => sum + pickle.length, 0);
    if (bytes < BULK_FROM_BYTES) return { results: null, inline: pickles };
    return { results: this.large.write(pickles) ?? joinBytes(pickles), inline: [] };
  }

  private drop(tasks: number): void {
    this.times.copyWithin(0, tasks * STRIDE, this.slot);
    this.status.copyWithin(0, tasks, this.tasks);
    this.lengths.copyWithin(0, tasks, this.tasks);
    this.tasks -= tasks;
    this.closedTasks = 0;
    this.heads = [];
    this.argsRead = 0;
    this.oldest = Number.POSITIVE_INFINITY;
  }

  private makeRoom(tasks: number): void {
    this.times = grown(this.times, tasks * STRIDE);
    this.status = grown(this.status, tasks);
    this.lengths = grown(this.lengths, tasks);
  }
}
