/** A worker of the replay: runs the chunks of one message after another, and sends what it has finished as workers do. */
import { FLUSH_NS } from '../../../shared/dispatch-rules';
import type { BoundaryCosts } from './boundary-costs';
import type { ChunkList } from './chunk-list';
import type { Cores } from './cores';

/** Chunks on their way, to a worker or from it. */
export interface Message {
  readonly worker: number;
  readonly chunks: number[];
  bytes: number;
  /** `ready`: a worker has taken the place of one that was replaced. */
  readonly type: 'chunks' | 'results' | 'ready';
}

export interface WorkerParts {
  readonly chunks: ChunkList;
  readonly boundary: BoundaryCosts;
  readonly cores: Cores;
  /** By chunk: how long it took in the worker, in ns. */
  readonly tookNs: Float64Array;
  send(message: Message, flightNs: number): void;
}

export class SimulatedWorker {
  /** Chunks in its pipe, as the caller knows it, and their bytes. */
  inFlight = 0;
  pipeBytes = 0;
  chunksSent = 0;
  /** false: it is being replaced. */
  ready = true;
  private readonly inbox: Message[] = [];
  private message: Message | undefined;
  private position = 0;
  private chunk = -1;
  private begun = 0;
  /** Chunks that were sent to it and that it has not run. */
  private toRun = 0;
  private done: number[] = [];
  private oldest = Number.POSITIVE_INFINITY;

  constructor(
    readonly index: number,
    private readonly parts: WorkerParts,
  ) {}

  sent(): void {
    this.toRun++;
  }

  receive(message: Message): void {
    this.inbox.push(message);
    if (this.message === undefined) this.next();
  }

  /** The chunk under way has had its core time. */
  computed(): void {
    const waitNs = this.parts.chunks.costs.wait[this.chunk] ?? 0;
    if (waitNs > 0) this.parts.cores.after(waitNs, this.index);
    else this.chunkEnded();
  }

  /** The chunk under way has computed and waited. */
  chunkEnded(): void {
    const { cores, tookNs } = this.parts;
    tookNs[this.chunk] = cores.now - this.begun;
    this.done.push(this.chunk);
    this.oldest = Math.min(this.oldest, cores.now);
    this.toRun--;
    this.next();
  }

  private next(): void {
    const { chunks, boundary, cores } = this.parts;
    let extraNs = 0;
    if (this.message === undefined || this.position === this.message.chunks.length) {
      this.flush();
      this.message = this.inbox.shift();
      this.position = 0;
      extraNs = boundary.workerMessageNs;
    } else if (cores.now - this.oldest >= FLUSH_NS) {
      this.flush();
    }
    if (this.message === undefined) {
      this.exitIfAsked();
      return;
    }
    this.chunk = this.message.chunks[this.position++] ?? -1;
    this.begun = cores.now;
    const ownNs = (chunks.tasks[this.chunk] ?? 0) * boundary.workerTaskNs;
    cores.compute(this.index, (chunks.costs.compute[this.chunk] ?? 0) + ownNs + extraNs);
  }

  private flush(): void {
    if (this.done.length === 0) return;
    const { chunks, boundary, send } = this.parts;
    let bytes = 0;
    for (const chunk of this.done) bytes += chunks.costs.resultBytes[chunk] ?? 0;
    const { fixedNs, perByteNs } = boundary.flightBack;
    send({ type: 'results', worker: this.index, chunks: this.done, bytes }, fixedNs + perByteNs * bytes);
    this.done = [];
    this.oldest = Number.POSITIVE_INFINITY;
  }

  private exitIfAsked(): void {
    if (this.ready || this.toRun > 0) return;
    this.parts.send({ type: 'ready', worker: this.index, chunks: [], bytes: 0 }, this.parts.boundary.replaceNs);
  }
}
