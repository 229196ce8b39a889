/**
 * Runs chunks: loads, run, dumps for each task, each timed on its own. Chunks that came in one message may leave in one,
 * but no finished one waits longer than FLUSH_NS for the next to begin. As in Python the first task that fails ends its chunk.
 */
import { BulkReader } from '../boundary/bulk-file';
import { MarkWriter } from '../boundary/mark-file';
import { CHUNK_STRIDE, chunkAt, type PackedChunk, unpackChunks } from '../boundary/pack-chunks';
import { FLUSH_NS } from '../shared/dispatch-rules';
import { TASK_STATUS, type ToWorker, WORKER_MOMENTS, type WorkerFiles } from '../shared/worker-protocol';
import { now } from './clock';
import type { TaskFunction } from './function-table';
import { acquireInterpreter } from './interpreter-lock';
import { Outbox } from './outbox';
import type { Port } from './port';
import { runTask, type TaskEnd } from './run-task';

type ChunksMessage = Extract<ToWorker, { type: 'chunks' }>;

/** Tasks are announced at most this often: often enough to look live, too seldom to cost anything. */
const NEWS_EVERY_NS = 25e6;
const STRIDE = WORKER_MOMENTS.length;

/** A message under way. */
interface Work {
  readonly received: number;
  readonly heads: Uint32Array;
  readonly lengths: Uint32Array;
  readonly args: Uint8Array;
  /** Index of the chunk under way, of the next task over all chunks, and of its argument's first byte. */
  chunk: number;
  task: number;
  offset: number;
}

export class ChunkRunner {
  private readonly mark: MarkWriter | null;
  private readonly large: BulkReader;
  private readonly outbox: Outbox;
  /** Tasks of this worker that have begun or were skipped, over all messages. */
  private begun = 0;
  private lastNews = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly port: Port,
    private readonly functionFor: (functionId: number) => TaskFunction,
    files: WorkerFiles,
  ) {
    const mark = files.mark === null ? null : new MarkWriter(files.mark);
    process.on('exit', (code) => mark?.exiting(code));
    this.mark = mark;
    this.large = new BulkReader(files.args);
    this.outbox = new Outbox(port, files.results);
  }

  /** @returns undefined when all is done, or a promise where a task is asynchronous */
  run(message: ChunksMessage, received: number): Promise<void> | undefined {
    const { heads, lengths, args } = unpackChunks(message.packed);
    this.outbox.release(message.resultsRead);
    const work = { heads, lengths, args: this.bytesOf(message.args) ?? args, chunk: 0, task: 0, offset: 0 };
    // Taking large arguments out of their file belongs to their flight.
    return this.runChunks({ ...work, received: message.args === null ? received : now() });
  }

  private bytesOf(args: ChunksMessage['args']): Uint8Array | null {
    if (args === null || args instanceof Uint8Array) return args;
    this.outbox.argsRead++;
    return this.large.read(args);
  }

  private runChunks(work: Work): Promise<void> | undefined {
    while (work.chunk * CHUNK_STRIDE < work.heads.length) {
      const head = chunkAt(work.heads, work.chunk++);
      this.outbox.open(head.chunk, head.tasks, work.received);
      const pending = this.runTasks(work, head, 0);
      if (pending !== undefined) {
        return pending.then(() => {
          this.outbox.close();
          return this.runChunks(work);
        });
      }
      this.outbox.close();
    }
    this.outbox.flush();
    return undefined;
  }

  /** The tasks of one chunk from `position` on. */
  private runTasks(work: Work, head: PackedChunk, position: number): Promise<void> | undefined {
    const call = this.functionFor(head.functionId);
    for (let at = position; at < head.tasks; at++) {
      const length = work.lengths[work.task] ?? 0;
      const args = work.args.subarray(work.offset, work.offset + length);
      acquireInterpreter();
      this.begin(work, head, at);
      const end = runTask(args, head.firstTask + at, call, this.outbox.times, this.outbox.slot);
      if (end instanceof Promise) return end.then((ended) => this.goOn(work, head, at, ended));
      if (!this.end(work, head, at, end)) break;
    }
    return undefined;
  }

  private goOn(work: Work, head: PackedChunk, position: number, ended: TaskEnd): Promise<void> | undefined {
    return this.end(work, head, position, ended) ? this.runTasks(work, head, position + 1) : undefined;
  }

  /** Leaves the mark, sends what has waited long enough, and announces the task unless one was announced just now. */
  private begin(work: Work, head: PackedChunk, position: number): void {
    const at = now();
    this.mark?.set(++this.begun, at);
    if (at - this.outbox.oldest >= FLUSH_NS) this.outbox.flush();
    if (at - this.lastNews < NEWS_EVERY_NS) return;
    this.lastNews = at;
    const { times, slot } = this.outbox;
    times[slot] = at;
    times[slot + 1] = at;
    times.fill(Number.NaN, slot + 2, slot + STRIDE);
    const first = slot - position * STRIDE;
    this.port.post({
      type: 'progress',
      chunk: head.chunk,
      received: work.received,
      times: times.slice(first, slot + STRIDE),
    });
  }

  /** @returns whether the chunk goes on */
  private end(work: Work, head: PackedChunk, position: number, { pickled, code }: TaskEnd): boolean {
    this.outbox.add(pickled, code);
    work.offset += work.lengths[work.task++] ?? 0;
    if (code === TASK_STATUS.ok) return true;
    for (let skipped = position + 1; skipped < head.tasks; skipped++) {
      work.offset += work.lengths[work.task++] ?? 0;
      this.begun++;
      this.outbox.skip();
    }
    return false;
  }
}
