/**
 * Replays a call: one caller that pickles arguments and reads results in turn, workers that run chunks, messages that
 * take time, cores that are shared. Chunks are dispatched by the pool's own rules (docs/pool.md, dispatch-rules.ts).
 */
import { BULK_FROM_BYTES, inFlightLimit, MOST_PIPE_BYTES, nextMeanChunk } from '../../../shared/dispatch-rules';
import type { MethodName } from '../../../shared/scenario';
import { type BoundaryCosts, costOf } from './boundary-costs';
import { type ChunkList, cutChunks } from './chunk-list';
import { Cores } from './cores';
import { type Message, SimulatedWorker } from './simulated-worker';
import type { TaskCosts } from './task-costs';

export interface PoolConfig {
  readonly method: MethodName;
  readonly processes: number;
  readonly chunksize: number;
  /** For all processes together; need not be a whole number. */
  readonly cores: number;
  /** Tasks that `imap` may take from the input before the caller has taken as many results; null: all. */
  readonly lookAhead: number | null;
  /** Chunks in a worker's pipe; null: as the pool adapts it. */
  readonly prefetch: number | null;
  readonly maxTasksPerChild: number | null;
}

/** @returns ns from the call until it returns */
export function simulate(work: TaskCosts, boundary: BoundaryCosts, config: PoolConfig, mostChunks?: number): number {
  const steps = simulateInSteps(work, boundary, config, mostChunks);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Events between which others get their turn: a few milliseconds. */
const AT_ONCE = 4096;

/** As `simulate`, for many chunks. */
export function* simulateInSteps(
  work: TaskCosts,
  boundary: BoundaryCosts,
  config: PoolConfig,
  mostChunks?: number,
): Generator<void, number> {
  const single = config.method === 'apply' || config.method === 'apply-async';
  const chunksize = single ? 1 : Math.max(1, config.chunksize);
  const chunks = cutChunks(work, chunksize, mostChunks);
  const { endNs, lastSentNs } = yield* new Simulation(chunks, boundary, { ...config, chunksize }).run();
  // Chunks that stand for several repeat; what comes after the last one was sent happens once.
  return boundary.callNs + lastSentNs * chunks.each + (endNs - lastSentNs) + boundary.returnNs;
}

/** What the caller does without a break, and what comes of it. */
interface Step {
  readonly needNs: number;
  readonly sends: readonly Message[];
  readonly reads: Message | null;
}

class Simulation {
  private readonly cores: Cores;
  private readonly workers: SimulatedWorker[];
  private readonly caller: number;
  private readonly tookNs: Float64Array;
  private readonly lookAhead: number;
  private readonly arrived: Message[] = [];
  private taken = 0;
  private steps: Step[] = [];
  private step: Step | null = null;
  private readonly flying: Message[] = [];
  private meanNs = Number.NaN;
  private submitted = Number.POSITIVE_INFINITY;
  private nextChunk = 0;
  private drawnTasks = 0;
  private deliveredTasks = 0;
  private nextInOrder = 0;
  private readonly ended: Uint8Array;
  private endedChunks = 0;
  private lastSentNs = 0;

  constructor(
    private readonly chunks: ChunkList,
    private readonly boundary: BoundaryCosts,
    private readonly config: PoolConfig,
  ) {
    const { processes, method, lookAhead } = config;
    this.caller = processes;
    this.tookNs = new Float64Array(chunks.count);
    this.ended = new Uint8Array(chunks.count);
    // `apply` is called again only when its result is there.
    this.lookAhead = method === 'apply' ? 1 : (lookAhead ?? Number.POSITIVE_INFINITY);
    this.cores = new Cores(
      config.cores,
      (job) => (job === this.caller ? this.stepEnded() : this.workers[job]?.computed()),
      (timer) => (timer < processes ? this.workers[timer]?.chunkEnded() : this.landed(timer - processes)),
    );
    const parts = {
      chunks,
      boundary,
      cores: this.cores,
      tookNs: this.tookNs,
      send: (message: Message, flightNs: number) => this.fly(message, flightNs),
    };
    this.workers = Array.from({ length: processes }, (_, index) => new SimulatedWorker(index, parts));
  }

  *run(): Generator<void, { readonly endNs: number; readonly lastSentNs: number }> {
    if (this.config.method === 'apply-async') this.submitAll();
    else this.queueStep(this.dispatch(0), [], null);
    this.goOn();
    for (let events = 1; this.endedChunks < this.chunks.count; events++) {
      if (!this.cores.step()) throw new Error('The replay of the run came to a stop before its end');
      if (events % AT_ONCE === 0) yield;
    }
    return { endNs: this.cores.now, lastSentNs: this.lastSentNs };
  }

  /** One call after the other: the first go to free workers at once, the others wait. */
  private submitAll(): void {
    const { submitNs } = this.boundary;
    const first = Math.min(this.workers.length, this.chunks.count);
    let needNs = 0;
    for (this.submitted = 1; this.submitted <= first; this.submitted++) needNs = this.dispatch(needNs + submitNs);
    this.submitted = Number.POSITIVE_INFINITY;
    this.queueStep(needNs + (this.chunks.count - first) * submitNs, [], null);
  }

  private fly(message: Message, flightNs: number): void {
    this.cores.after(flightNs, this.workers.length + this.flying.push(message) - 1);
  }

  private landed(index: number): void {
    const message = this.flying[index];
    if (message === undefined) return;
    if (message.type === 'chunks') {
      this.workers[message.worker]?.receive(message);
      return;
    }
    this.arrived.push(message);
    this.goOn();
  }

  /** The caller begins its next step, unless it is at one. */
  private goOn(): void {
    if (this.step !== null) return;
    // There may be nothing to do about a message: then the next one is taken.
    while (this.steps.length === 0 && this.taken < this.arrived.length) {
      const message = this.arrived[this.taken++];
      if (message !== undefined) this.take(message);
    }
    this.step = this.steps.shift() ?? null;
    if (this.step !== null) this.cores.compute(this.caller, this.step.needNs);
  }

  private stepEnded(): void {
    const { step } = this;
    this.step = null;
    if (step !== null) {
      for (const message of step.sends) {
        this.fly(message, costOf(this.boundary.flightOut, message.bytes));
        this.lastSentNs = this.cores.now;
      }
      if (step.reads !== null) this.settle(step.reads);
    }
    this.goOn();
  }

  /** The worker is busy again before its results are read. */
  private take({ type, worker: index, chunks }: Message): void {
    const worker = this.workers[index];
    if (worker === undefined) return;
    if (type === 'ready') {
      worker.ready = true;
      worker.chunksSent = 0;
      this.queueStep(this.dispatch(0), [], null);
      return;
    }
    const { takeMessageNs, takeTaskNs } = this.boundary;
    const { argsBytes, loadsResult } = this.chunks.costs;
    let readNs = 0;
    for (const chunk of chunks) {
      worker.inFlight--;
      worker.pipeBytes -= argsBytes[chunk] ?? 0;
      this.meanNs = nextMeanChunk(this.meanNs, this.tookNs[chunk] ?? 0);
      readNs += (loadsResult[chunk] ?? 0) + (this.chunks.tasks[chunk] ?? 0) * takeTaskNs;
    }
    const message: Message = { type, worker: index, chunks, bytes: 0 };
    this.queueStep(this.dispatch(takeMessageNs) + readNs, [], message);
  }

  /**
   * Gives chunks to workers, always to the one with the least in its pipe. Messages leave when all is pickled, large
   * ones at once.
   * @returns what is left to do after the last message has left, in ns
   */
  private dispatch(beforeNs: number): number {
    const { dispatchNs, post } = this.boundary;
    const { dumpsArgs, argsBytes } = this.chunks.costs;
    const limit = this.config.prefetch ?? inFlightLimit(this.meanNs);
    const leaving = new Map<number, Message>();
    let needNs = beforeNs;
    for (let worker = this.freest(limit); worker !== undefined && this.canDraw(); worker = this.freest(limit)) {
      const chunk = this.nextChunk++;
      const bytes = argsBytes[chunk] ?? 0;
      const message: Message = leaving.get(worker.index) ?? {
        type: 'chunks',
        worker: worker.index,
        chunks: [],
        bytes: 0,
      };
      message.chunks.push(chunk);
      message.bytes += bytes;
      this.drawnTasks += this.chunks.tasks[chunk] ?? 0;
      this.put(worker, bytes);
      needNs += dispatchNs + (dumpsArgs[chunk] ?? 0);
      leaving.set(worker.index, message);
      if (message.bytes < BULK_FROM_BYTES) continue;
      this.queueStep(needNs, [message], null);
      needNs = costOf(post, message.bytes);
      leaving.delete(worker.index);
    }
    if (leaving.size === 0) return needNs;
    const sends = [...leaving.values()];
    this.queueStep(needNs, sends, null);
    return sends.reduce((sum, { bytes }) => sum + costOf(post, bytes), 0);
  }

  private put(worker: SimulatedWorker, bytes: number): void {
    worker.inFlight++;
    worker.pipeBytes += bytes;
    worker.sent();
    if (++worker.chunksSent === this.config.maxTasksPerChild) worker.ready = false;
  }

  private freest(limit: number): SimulatedWorker | undefined {
    let fewest = limit;
    let freest: SimulatedWorker | undefined;
    for (const worker of this.workers) {
      if (worker.inFlight >= fewest || !worker.ready || worker.pipeBytes >= MOST_PIPE_BYTES) continue;
      fewest = worker.inFlight;
      freest = worker;
    }
    return freest;
  }

  private get full(): boolean {
    const ahead = this.drawnTasks - this.deliveredTasks;
    return ahead > 0 && ahead + this.config.chunksize > this.lookAhead;
  }

  private canDraw(): boolean {
    return this.nextChunk < Math.min(this.submitted, this.chunks.count) && !this.full;
  }

  private settle({ chunks }: Message): void {
    const wasFull = this.full;
    for (const chunk of chunks) {
      this.ended[chunk] = 1;
      if (this.config.method !== 'imap') this.deliveredTasks += this.chunks.tasks[chunk] ?? 0;
    }
    this.endedChunks += chunks.length;
    if (this.config.method === 'imap') {
      for (; this.ended[this.nextInOrder] === 1; this.nextInOrder++) {
        this.deliveredTasks += this.chunks.tasks[this.nextInOrder] ?? 0;
      }
    }
    if (wasFull && !this.full) this.queueStep(this.dispatch(0), [], null);
  }

  private queueStep(needNs: number, sends: readonly Message[], reads: Message | null): void {
    if (needNs > 0 || sends.length > 0 || reads !== null) this.steps.push({ needNs, sends, reads });
  }
}
