/**
 * The pool: keeps `processes` workers alive, gives them chunks, survives their deaths. Behaviour follows Python's
 * multiprocessing.Pool; docs/pool.md says where it does not. Knows no electron and no engine.
 */
import { defaultChunksize, IMAP_CHUNKSIZE } from '../../shared/chunking';
import { LOST_RETRIES, type LostPolicy } from '../../shared/scenario';
import type { FromWorker, FunctionSpec } from '../../shared/worker-protocol';
import type { Clock } from '../clock';
import type { Chunk, PendingChunk } from './chunk';
import { Crew } from './crew';
import { BrokenProcessPool, CancelledError, PoolNotRunning, SkippedError, WorkerLostError } from './errors';
import { inFlightLimit } from './in-flight-limit';
import type { Call, Job, TaskResult } from './job';
import { MapJob } from './map-job';
import { observedBy, type PoolObserver } from './observer';
import { dumpsAll } from './pickle';
import type { PoolWorker } from './pool-worker';
import { readResults } from './read-results';
import { StreamJob } from './stream-job';
import { TaskQueue } from './task-queue';
import type { SpawnWorker } from './worker-handle';

export interface PoolOptions {
  /** Number of workers, 1 or more. */
  readonly processes: number;
  readonly spawn: SpawnWorker;
  readonly clock: Clock;
  readonly onWorkerLost?: LostPolicy;
  /** Policy `retry`: how often a task is started again after its worker died; left out: LOST_RETRIES. */
  readonly retries?: number;
  /** Chunks that a worker runs before it is replaced; null: never. */
  readonly maxTasksPerChild?: number | null;
  /** Told of everything that it has a method for. */
  readonly observer?: Partial<PoolObserver>;
}

/** Tasks over all calls. */
export interface PoolCounts {
  submitted: number;
  completed: number;
  failed: number;
  lost: number;
  retried: number;
  cancelled: number;
}

type State = 'running' | 'closed' | 'terminated' | 'broken';

/** How long a worker that was asked to exit may take before it is killed, in ms. */
const EXIT_GRACE_MS = 2000;

export class Pool {
  readonly counts: PoolCounts = { submitted: 0, completed: 0, failed: 0, lost: 0, retried: 0, cancelled: 0 };
  maxQueueDepth = 0;

  private state: State = 'running';
  private brokenBy: BrokenProcessPool | undefined;
  private readonly queue = new TaskQueue();
  private readonly crew: Crew;
  private readonly functions: FunctionSpec[] = [];
  private readonly observer: PoolObserver;
  private readonly clock: Clock;
  private readonly policy: LostPolicy;
  private readonly retries: number;
  private chunksMade = 0;
  private open = 0;
  private meanChunkNs = Number.NaN;
  private idle: (() => void)[] = [];

  constructor(private readonly options: PoolOptions) {
    this.observer = observedBy(options.observer ?? {});
    this.clock = options.clock;
    this.policy = options.onWorkerLost ?? 'retry';
    this.retries = options.retries ?? LOST_RETRIES;
    this.crew = new Crew({
      processes: options.processes,
      spawn: options.spawn,
      clock: this.clock,
      observer: this.observer,
      needed: () => this.needsWorkers(),
      free: () => this.dispatch(),
      message: (worker, message, received) => this.take(worker, message, received),
      exited: (worker) => this.loseChunks(worker),
      broken: (error) => this.break(error),
    });
    this.crew.start();
  }

  /** Resolves when every first worker is ready; rejects with BrokenProcessPool when they cannot boot. */
  get ready(): Promise<void> {
    return this.crew.ready;
  }

  /**
   * Calls `spec` for each argument. Resolves with all results in input order; rejects with the first error that
   * arrived, once every chunk has ended.
   * @param chunksize tasks a message; left out: as Python computes it
   */
  map(spec: FunctionSpec, args: readonly unknown[], chunksize?: number): Promise<unknown[]> {
    const size = chunksize ?? defaultChunksize(args.length, this.options.processes);
    const call = this.callOf(spec, args, size);
    const job = new MapJob(call, this.deliverer(call.firstTask));
    this.submit(job);
    return job.promise;
  }

  /** Results one by one in input order, each when its turn comes. */
  imap(spec: FunctionSpec, args: readonly unknown[], chunksize = IMAP_CHUNKSIZE): StreamJob {
    return this.stream(spec, args, chunksize, 'input');
  }

  /** Results one by one as they complete. */
  imapUnordered(spec: FunctionSpec, args: readonly unknown[], chunksize = IMAP_CHUNKSIZE): StreamJob {
    return this.stream(spec, args, chunksize, 'completion');
  }

  /** One call. Resolves with its result. */
  async applyAsync(spec: FunctionSpec, arg: unknown): Promise<unknown> {
    const call = this.callOf(spec, [arg], 1);
    const job = new MapJob(call, this.deliverer(call.firstTask));
    this.submit(job);
    return (await job.promise)[0];
  }

  /** No new work from now on; what was submitted is finished. */
  close(): void {
    if (this.state !== 'running') return;
    this.state = 'closed';
    this.exitWhenIdle();
  }

  /** Cancels the tasks that wait; those in flight are finished. */
  cancelWaiting(): void {
    const at = this.clock.now();
    for (let chunk = this.queue.take(); chunk; chunk = this.queue.take()) this.cancel(chunk);
    this.observer.queueChanged(at, 0);
    this.exitWhenIdle();
  }

  /** Ends every worker now; tasks that wait or run are cancelled. Resolves when no process is left. */
  async terminate(): Promise<void> {
    if (this.state !== 'broken') this.state = 'terminated';
    this.endEverything();
    await this.crew.allGone();
  }

  /** Resolves when every worker has exited. @throws Error before `close` or `terminate`, as in Python */
  async join(): Promise<void> {
    if (this.state === 'running') throw new Error('Pool is still running');
    await this.allIdle();
    const late = setTimeout(() => this.crew.kill(), EXIT_GRACE_MS);
    await this.crew.allGone();
    clearTimeout(late);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.terminate();
  }

  private stream(spec: FunctionSpec, args: readonly unknown[], chunksize: number, order: 'input' | 'completion') {
    const call = this.callOf(spec, args, chunksize);
    const job = new StreamJob(call, order, this.deliverer(call.firstTask));
    this.submit(job);
    return job;
  }

  private callOf(spec: FunctionSpec, args: readonly unknown[], chunksize: number): Call {
    if (this.brokenBy) throw this.brokenBy;
    if (this.state !== 'running') throw new PoolNotRunning();
    return {
      functionId: this.functionId(spec),
      args,
      firstTask: this.counts.submitted,
      chunksize: Math.max(1, chunksize),
      submitted: this.clock.now(),
    };
  }

  private functionId(spec: FunctionSpec): number {
    const known = this.functions.indexOf(spec);
    return known >= 0 ? known : this.functions.push(spec) - 1;
  }

  private deliverer(firstTask: number): (start: number, count: number) => void {
    return (start, count) => this.observer.delivered(firstTask + start, count, this.clock.now());
  }

  private submit(job: Job): void {
    this.counts.submitted += job.call.args.length;
    this.open += job.call.args.length;
    this.queue.addJob(job);
    this.queueChanged();
    this.dispatch();
  }

  private queueChanged(): void {
    this.maxQueueDepth = Math.max(this.maxQueueDepth, this.queue.depth);
    this.observer.queueChanged(this.clock.now(), this.queue.depth);
  }

  /** Gives waiting chunks to workers until either runs out: always to the one with the least in its pipe. */
  private dispatch(): void {
    for (let worker = this.freest(); worker; worker = this.freest()) {
      const pending = this.queue.take();
      if (pending === undefined) return;
      this.queueChanged();
      this.send({ ...pending, id: this.chunksMade++ }, worker);
    }
  }

  private freest(): PoolWorker | undefined {
    return this.crew.freest(inFlightLimit(this.meanChunkNs));
  }

  private send(chunk: Chunk, worker: PoolWorker): void {
    const { job, start, end } = chunk;
    const dumped = dumpsAll(job.call.args, start, end, this.clock.now);
    const sent = this.clock.now();
    const facts = { chunk, worker: worker.index, submitted: job.call.submitted, dumps: dumped.times, sent };
    if ('error' in dumped) {
      this.observer.chunkUnsendable({ ...facts, lengths: new Uint32Array(end - start) });
      this.settle(chunk, failures(chunk, dumped.error, dumped.position));
      return;
    }
    worker.define(job.call.functionId, this.functions[job.call.functionId] as FunctionSpec);
    worker.inFlight.push(chunk);
    worker.chunksSent++;
    const tasks = Uint32Array.from({ length: end - start }, (_, offset) => job.call.firstTask + start + offset);
    worker.post({
      type: 'chunk',
      chunk: chunk.id,
      functionId: job.call.functionId,
      tasks,
      lengths: dumped.lengths,
      args: dumped.bytes,
    });
    this.observer.chunkSent({ ...facts, lengths: dumped.lengths });
    if (worker.chunksSent === this.options.maxTasksPerChild) worker.askToExit();
  }

  private take(worker: PoolWorker, message: FromWorker, received: number): void {
    const chunk = worker.inFlight[0];
    if (chunk === undefined || !('chunk' in message) || message.chunk !== chunk.id) return;
    if (message.type === 'progress') {
      this.observer.chunkProgress(chunk, message.received, message.times);
      return;
    }
    if (message.type !== 'result') return;
    worker.inFlight.shift();
    this.noteDuration(message.sent - message.received);
    // The worker is busy again before its results are read: reading them may take a while.
    this.dispatch();
    const read = this.read(message, worker, chunk);
    if (read === null) return;
    const { results, loads } = read;
    this.observer.chunkEnded({
      chunk,
      receivedByWorker: message.received,
      workerTimes: message.times,
      sentByWorker: message.sent,
      received,
      loads,
      status: message.status,
      lengths: message.lengths,
    });
    this.settle(chunk, results);
  }

  /** The results, or null for bytes that cannot be read: then the worker is ended and the chunk meets the policy. */
  private read(message: Extract<FromWorker, { type: 'result' }>, worker: PoolWorker, chunk: Chunk) {
    try {
      return readResults(message, this.clock.now);
    } catch (error) {
      worker.inFlight.unshift(chunk);
      worker.distrust(`sent results that cannot be read (${error instanceof Error ? error.message : String(error)})`);
      return null;
    }
  }

  private noteDuration(chunkNs: number): void {
    const mean = Number.isNaN(this.meanChunkNs) ? chunkNs : this.meanChunkNs;
    // Quick to believe that chunks have become long: one that waits behind a long one waits for all of it.
    const weight = chunkNs > mean ? 0.5 : 0.1;
    this.meanChunkNs = mean * (1 - weight) + chunkNs * weight;
  }

  private settle(chunk: Chunk | PendingChunk, results: readonly TaskResult[]): void {
    for (const [offset, result] of results.entries()) {
      if (result.ok) this.counts.completed++;
      else if (result.error instanceof CancelledError) this.counts.cancelled++;
      else if (result.error instanceof WorkerLostError && this.policy === 'lose') this.counts.lost++;
      else this.counts.failed++;
      this.observer.taskEnded(chunk.job.call.firstTask + chunk.start + offset, result);
    }
    chunk.job.settle(chunk.start, results);
    this.open -= results.length;
    if (this.open === 0) {
      for (const done of this.idle.splice(0)) done();
      this.exitWhenIdle();
    }
  }

  private cancel(chunk: Chunk | PendingChunk): void {
    this.settle(chunk, failures(chunk, this.brokenBy ?? new CancelledError('Cancelled before it ran')));
  }

  private loseChunks(worker: PoolWorker): void {
    for (const [index, chunk] of worker.inFlight.splice(0).entries()) this.loseChunk(chunk, index === 0, worker);
  }

  /** A closed pool replaces its dead only as long as there are tasks left. */
  private needsWorkers(): boolean {
    return this.state === 'running' || (this.state === 'closed' && this.open > 0);
  }

  private loseChunk(chunk: Chunk, begun: boolean, worker: PoolWorker): void {
    this.observer.chunkLost(chunk, begun);
    const { job, start, end, attempt } = chunk;
    if (this.state === 'terminated' || this.state === 'broken') {
      this.cancel(chunk);
      return;
    }
    if (!begun) {
      // What was still in the pipe has not run: it goes back to the queue and does not count as an attempt.
      this.requeue({ job, start, end, attempt });
      return;
    }
    const { exit, pid } = worker.record;
    const how = exit?.signal ?? (exit?.code === null ? 'killed' : `exit code ${exit?.code}`);
    const lost = new WorkerLostError(`Worker ${pid ?? '(never started)'} died while it had this task (${how})`);
    if (this.policy === 'break') {
      this.break(new BrokenProcessPool(`${lost.message}; the pool was asked to break then`));
      this.cancel(chunk);
    } else if (this.policy === 'retry' && attempt <= this.retries) {
      this.counts.retried += end - start;
      this.requeue({ job, start, end, attempt: attempt + 1 });
    } else {
      this.settle(chunk, failures(chunk, lost));
    }
  }

  private requeue(chunk: PendingChunk): void {
    this.queue.addRetry(chunk);
    this.queueChanged();
    this.dispatch();
  }

  private break(error: BrokenProcessPool): void {
    if (this.state === 'broken') return;
    this.state = 'broken';
    this.brokenBy = error;
    this.endEverything();
  }

  private endEverything(): void {
    this.cancelWaiting();
    this.crew.kill();
    this.crew.giveUp(this.brokenBy ?? new PoolNotRunning());
  }

  private exitWhenIdle(): void {
    if (this.state !== 'closed' || this.open > 0) return;
    this.crew.askToExit();
  }

  private allIdle(): Promise<void> {
    return this.open === 0 ? Promise.resolve() : new Promise((resolve) => this.idle.push(resolve));
  }
}

/** The task at `position` failed with `error`, the rest of its chunk was skipped; without a position all failed. */
function failures({ start, end }: PendingChunk, error: Error, position?: number): TaskResult[] {
  return Array.from({ length: end - start }, (_, offset) => ({
    ok: false,
    error: position === undefined || offset === position ? error : new SkippedError(`Not run: ${error.message}`),
  }));
}
