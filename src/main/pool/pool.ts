/**
 * The pool: the calls that Python's multiprocessing.Pool has, over workers that are real processes. docs/pool.md says
 * where it differs. Knows no electron and no engine.
 */
import { defaultChunksize, IMAP_CHUNKSIZE } from '../../shared/chunking';
import { LOST_RETRIES } from '../../shared/scenario';
import type { FromWorker, FunctionSpec } from '../../shared/worker-protocol';
import type { Clock } from '../clock';
import { type Deferred, deferred } from '../deferred';
import { AsyncResult, type Callbacks } from './async-result';
import { atLeastOne, atLeastOneOrNull } from './at-least-one';
import { callingBack, MapCall } from './calling-back';
import { Crew } from './crew';
import { Definitions } from './definitions';
import { Dispatcher, type PoolCounts } from './dispatcher';
import { type BrokenProcessPool, CancelledError, PoolNotRunning } from './errors';
import { MapJob } from './map-job';
import { observedBy, type PoolObserver } from './observer';
import { LOOK_AHEAD, type MapOptions, type PoolOptions, type StreamOptions } from './pool-options';
import { EXIT_GRACE_MS, type PoolWorker } from './pool-worker';
import { collect, type Inputs, isAsync, sourceOf } from './source';
import { StreamJob } from './stream-job';
import { watchTasks } from './task-watch';
import { within } from './within';

export type { PoolCounts } from './dispatcher';
export type { PoolOptions } from './pool-options';

const PROCESSES = 'Number of processes';
const CHUNKSIZE = 'Chunk size';

type State = 'running' | 'closed' | 'terminated' | 'broken';

export class Pool {
  private state: State = 'running';
  private brokenBy: BrokenProcessPool | undefined;
  private readonly crew: Crew;
  private readonly dispatcher: Dispatcher;
  private readonly observer: PoolObserver;
  private readonly clock: Clock;
  private readonly unwatch: () => void;
  /** Asynchronous inputs of `map` that are being collected. */
  private collecting = 0;
  /** Rejects when the pool is terminated or breaks. */
  private readonly ended = deferred<never>();
  private readonly definitions = new Definitions();
  private waitingForIdle: (() => void)[] = [];

  constructor(options: PoolOptions) {
    this.size = atLeastOne(options.processes, PROCESSES);
    this.observer = observedBy(options.observer ?? {});
    this.clock = options.clock;
    this.dispatcher = new Dispatcher({
      crew: () => this.crew,
      clock: this.clock,
      observer: this.observer,
      policy: options.onWorkerLost ?? 'retry',
      retries: options.retries ?? LOST_RETRIES,
      maxTasksPerChild: atLeastOneOrNull(options.maxTasksPerChild, 'Max tasks per child'),
      prefetch: atLeastOneOrNull(options.prefetch, 'Prefetch'),
      over: () => this.over(),
      break: (error) => this.break(error),
      idle: () => this.becameIdle(),
    });
    this.crew = new Crew({
      processes: options.processes,
      spawn: options.spawn,
      clock: this.clock,
      initializer: options.initializer ?? null,
      observer: this.observer,
      needed: () => this.state === 'running' || (this.state === 'closed' && !this.isIdle),
      ready: (worker) => this.workerReady(worker),
      message: (worker, message, received) => this.take(worker, message, received),
      exited: (worker) => this.workerExited(worker),
      broken: (error) => this.break(error),
    });
    this.unwatch = this.watch(options.taskTimeoutMs ?? null);
    this.crew.start();
  }

  /** Workers that the pool keeps. */
  size: number;

  get counts(): Readonly<PoolCounts> {
    return this.dispatcher.counts;
  }

  get maxQueueDepth(): number {
    return this.dispatcher.maxQueueDepth;
  }

  /** Resolves when every first worker is ready; rejects with BrokenProcessPool when they cannot boot. */
  get ready(): Promise<void> {
    return this.crew.ready;
  }

  /**
   * Calls `spec` for each argument. Resolves with all results in input order; rejects with the first error that
   * arrived, once every chunk has ended.
   * @param chunksize tasks a chunk; left out: as Python computes it
   */
  map(spec: FunctionSpec, args: Inputs, chunksize?: number): Promise<unknown[]> {
    return this.mapAsync(spec, args, { chunksize }).get();
  }

  /** As `map`, for a function that takes several arguments: each of `args` is a tuple, and `spec` unpacks it. */
  starmap(spec: FunctionSpec, args: Inputs, chunksize?: number): Promise<unknown[]> {
    return this.map(spec, args, chunksize);
  }

  /** As `map`; returns at once. @throws PoolNotRunning, BrokenProcessPool, and what a lazy input raises */
  mapAsync(spec: FunctionSpec, args: Inputs, options: MapOptions & Callbacks<unknown[]> = {}): AsyncResult<unknown[]> {
    this.mustRun();
    const functionId = this.dispatcher.functionId(spec);
    const chunksize = atLeastOneOrNull(options.chunksize, CHUNKSIZE) ?? undefined;
    if (!isAsync(args)) return this.mapList(functionId, Array.isArray(args) ? args : [...args], chunksize, options);
    const call = new MapCall();
    const outcome = this.outcome(call, options);
    this.collecting++;
    collect(args, this.ended.promise)
      .then((list) => this.submitMap(functionId, list, chunksize, call, outcome), outcome.reject)
      .finally(() => {
        this.collecting--;
        if (this.isIdle) this.becameIdle();
      });
    return this.resultOf(call, outcome);
  }

  /** As `mapAsync`, for a function that takes several arguments. */
  starmapAsync(
    spec: FunctionSpec,
    args: Inputs,
    options: MapOptions & Callbacks<unknown[]> = {},
  ): AsyncResult<unknown[]> {
    return this.mapAsync(spec, args, options);
  }

  /** Results one by one in input order, each when its turn comes. A lazy input is drawn as results are taken. */
  imap(spec: FunctionSpec, args: Inputs, options: StreamOptions = {}): StreamJob {
    return this.stream(spec, args, options, 'input');
  }

  /** Results one by one as they complete. */
  imapUnordered(spec: FunctionSpec, args: Inputs, options: StreamOptions = {}): StreamJob {
    return this.stream(spec, args, options, 'completion');
  }

  /** One call. Resolves with its result. */
  apply(spec: FunctionSpec, arg: unknown): Promise<unknown> {
    return this.applyAsync(spec, arg).get();
  }

  /** One call; returns at once. */
  applyAsync(
    spec: FunctionSpec,
    arg: unknown,
    { callback, errorCallback }: Callbacks<unknown> = {},
  ): AsyncResult<unknown> {
    this.mustRun();
    const call = new MapCall();
    const outcome = this.outcome<unknown>(call, { callback, errorCallback });
    this.submitMap(this.dispatcher.functionId(spec), [arg], 1, call, {
      resolve: ([value]) => outcome.resolve(value),
      reject: outcome.reject,
    });
    return this.resultOf(call, outcome);
  }

  /**
   * Loads the function before it is called. Resolves when every worker has it.
   * @throws ModuleError saying what is wrong with the user's module
   */
  async define(spec: FunctionSpec): Promise<void> {
    this.mustRun();
    await this.ready;
    this.mustRun();
    const functionId = this.dispatcher.functionId(spec);
    const answer = this.definitions.ask(functionId, String(spec.params.file ?? spec.workload));
    for (const worker of this.crew.living) if (worker.ready) this.load(functionId, worker);
    await answer;
  }

  /** Changes the number of workers while the pool runs. Those too many finish what they have. @throws PoolNotRunning */
  resize(processes: number): void {
    this.mustRun();
    this.size = atLeastOne(processes, PROCESSES);
    this.crew.resize(processes);
    this.dispatcher.dispatch();
  }

  /** Kills a worker as if somebody did it from outside: the policy decides. @returns false when there is no such worker */
  killWorker(index: number): boolean {
    const worker = this.crew.get(index);
    if (worker === undefined || !worker.alive) return false;
    worker.killAsFault();
    return true;
  }

  /** No new work from now on; what was submitted is finished. */
  close(): void {
    if (this.state !== 'running') return;
    this.state = 'closed';
    if (this.isIdle) this.becameIdle();
  }

  /** Cancels the tasks that wait; those in flight are finished. */
  cancelWaiting(): void {
    this.dispatcher.cancelWaiting(new CancelledError('Cancelled before it ran'));
  }

  /** Ends every worker now; tasks that wait or run are cancelled. Resolves when no process is left. */
  async terminate(): Promise<void> {
    if (this.state !== 'broken') this.state = 'terminated';
    this.endEverything(this.over() ?? new PoolNotRunning());
    await this.crew.allGone();
  }

  /**
   * Resolves when every worker has exited. A lazy input is drawn to its end first, so its results must be taken.
   * @param timeoutMs left out: waits as long as it takes
   * @throws Error before `close` or `terminate`, as in Python; TimeoutError
   */
  async join(timeoutMs?: number): Promise<void> {
    if (this.state === 'running') throw new Error('Pool is still running');
    await within(this.emptied(), timeoutMs, "The pool's end");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.terminate();
  }

  private get isIdle(): boolean {
    return this.dispatcher.isIdle && this.collecting === 0;
  }

  private mustRun(): void {
    if (this.brokenBy) throw this.brokenBy;
    if (this.state !== 'running') throw new PoolNotRunning();
  }

  /** Why no task is started any more, or null. */
  private over(): Error | null {
    if (this.brokenBy) return this.brokenBy;
    return this.state === 'terminated' ? new CancelledError('Cancelled: the pool was terminated') : null;
  }

  private mapList(
    functionId: number,
    list: readonly unknown[],
    chunksize: number | undefined,
    { callback, errorCallback }: Callbacks<unknown[]>,
  ): AsyncResult<unknown[]> {
    const call = new MapCall();
    // As in Python, a call without tasks calls nobody back.
    const outcome = this.outcome(call, list.length === 0 ? {} : { callback, errorCallback });
    this.submitMap(functionId, list, chunksize, call, outcome);
    return this.resultOf(call, outcome);
  }

  private submitMap(
    functionId: number,
    list: readonly unknown[],
    chunksize: number | undefined,
    call: MapCall,
    outcome: Pick<Deferred<unknown[]>, 'resolve' | 'reject'>,
  ): void {
    call.firstTask = this.dispatcher.nextTask;
    call.tasks = list.length;
    const job = new MapJob(
      {
        functionId,
        chunksize: chunksize ?? Math.max(1, defaultChunksize(list.length, this.size)),
        source: sourceOf(list, () => undefined),
      },
      list.length,
      outcome,
    );
    if (list.length > 0) this.dispatcher.submit(job, list.length);
  }

  private resultOf<Value>(call: MapCall, { promise }: Deferred<Value>): AsyncResult<Value> {
    return new AsyncResult(promise, () => this.observer.delivered(call.firstTask, call.tasks, this.clock.now()));
  }

  private stream(
    spec: FunctionSpec,
    args: Inputs,
    { chunksize = IMAP_CHUNKSIZE, lookAhead }: StreamOptions,
    order: 'input' | 'completion',
  ): StreamJob {
    this.mustRun();
    const list = Array.isArray(args);
    const call = {
      functionId: this.dispatcher.functionId(spec),
      chunksize: atLeastOne(chunksize, CHUNKSIZE),
      source: sourceOf(args, () => this.dispatcher.dispatch()),
    };
    const job = new StreamJob(call, {
      order,
      lookAhead:
        lookAhead === undefined ? (list ? Number.POSITIVE_INFINITY : LOOK_AHEAD) : atLeastOne(lookAhead, 'Look-ahead'),
      deliver: (task, count) => this.observer.delivered(task, count, this.clock.now()),
      room: () => this.dispatcher.dispatch(),
      dropped: (dropped) => this.dispatcher.drop(dropped),
    });
    if (list && args.length === 0) job.inputEnded(0, null);
    else this.dispatcher.submit(job, list ? args.length : null);
    return job;
  }

  /** A promise whose settling calls the callbacks first, as Python's result handler does. */
  private outcome<Value>(call: MapCall, callbacks: Callbacks<Value>): Deferred<Value> {
    return callingBack(callbacks, this.clock.now, (...facts) => this.observer.callbackRan(call.firstTask, ...facts));
  }

  private workerReady(worker: PoolWorker): void {
    for (const functionId of this.definitions.wanted) this.load(functionId, worker);
    this.dispatcher.dispatch();
  }

  private load(functionId: number, worker: PoolWorker): void {
    if (this.dispatcher.defineIn(worker, functionId)) this.definitions.told(functionId, worker.index);
  }

  private workerExited(worker: PoolWorker): void {
    this.definitions.workerGone(worker.index, worker.record.exitingAt === null ? worker.fate : null);
    this.dispatcher.lose(worker);
  }

  private take(worker: PoolWorker, message: FromWorker, received: number): void {
    if (message.type === 'defined') this.definitions.take(worker.index, message);
    else this.dispatcher.take(worker, message, received);
  }

  private watch(limitMs: number | null): () => void {
    if (limitMs === null) return () => undefined;
    return watchTasks(limitMs, () => this.crew.living, this.clock.now);
  }

  private break(error: BrokenProcessPool): void {
    if (this.state === 'broken') return;
    this.state = 'broken';
    this.brokenBy = error;
    this.endEverything(error);
  }

  private endEverything(reason: Error): void {
    this.ended.reject(reason);
    this.definitions.end(reason);
    // First of all, so that nobody takes them for workers that still have a future.
    this.crew.kill();
    this.dispatcher.cancelWaiting(reason);
    this.crew.giveUp(reason);
    this.unwatch();
  }

  private becameIdle(): void {
    for (const done of this.waitingForIdle.splice(0)) done();
    if (this.state !== 'closed' || !this.isIdle) return;
    this.crew.askToExit();
    this.unwatch();
  }

  private async emptied(): Promise<void> {
    if (!this.isIdle) await new Promise<void>((resolve) => this.waitingForIdle.push(resolve));
    const late = setTimeout(() => this.crew.kill(), EXIT_GRACE_MS);
    await this.crew.allGone();
    clearTimeout(late);
  }
}
