/**
 * The dispatcher: gives waiting chunks to workers, hands their results to the jobs, and decides what becomes of the
 * chunks of a dead worker. Whether the pool still takes calls is the pool's business.
 */
import { dumps } from '../../boundary/pickle';
import type { LostPolicy } from '../../shared/scenario';
import type { FromWorker, FunctionSpec } from '../../shared/worker-protocol';
import type { Clock } from '../clock';
import type { Chunk, PendingChunk } from './chunk';
import type { Crew } from './crew';
import {
  BrokenProcessPool,
  CancelledError,
  PicklingError,
  SkippedError,
  TaskTimeoutError,
  WorkerLostError,
} from './errors';
import { MeanChunk } from './in-flight-limit';
import type { Job, TaskResult } from './job';
import type { PoolObserver } from './observer';
import { dumpsAll } from './pickle';
import type { PoolWorker } from './pool-worker';
import { readResults } from './read-results';
import { type Admission, TaskQueue } from './task-queue';
import type { ChunkResults, ResultsMessage, RunningChunk } from './worker-pipe';

/** Tasks over all calls. */
export interface PoolCounts {
  submitted: number;
  completed: number;
  failed: number;
  lost: number;
  retried: number;
  cancelled: number;
}

export interface DispatcherParts {
  readonly crew: () => Crew;
  readonly clock: Clock;
  readonly observer: PoolObserver;
  readonly policy: LostPolicy;
  readonly retries: number;
  readonly maxTasksPerChild: number | null;
  /** Chunks in a worker's pipe; null: as many as keep it busy, or 1 where a lost task is not run again. */
  readonly prefetch: number | null;
  /** Whether no task is to be started any more, and why. */
  over(): Error | null;
  /** Policy `break`. */
  break(error: BrokenProcessPool): void;
  /** There is nothing left to do. */
  idle(): void;
}

/** A chunk that so many workers died before, without having begun it, is taken to be what kills them. */
const MOST_RETURNS = 10;

export class Dispatcher {
  readonly counts: PoolCounts = { submitted: 0, completed: 0, failed: 0, lost: 0, retried: 0, cancelled: 0 };
  maxQueueDepth = 0;

  private readonly queue = new TaskQueue((count) => this.admit(count));
  private readonly functions: FunctionSpec[] = [];
  private readonly mean = new MeanChunk();
  private chunksMade = 0;
  /** Tasks submitted and not ended. */
  private open = 0;
  private dispatching = false;
  private noted = 0;

  constructor(private readonly parts: DispatcherParts) {}

  get isIdle(): boolean {
    return this.open === 0 && !this.queue.hasInput;
  }

  /** @throws PicklingError where workers could not be told of it */
  functionId(spec: FunctionSpec): number {
    const known = this.functions.indexOf(spec);
    if (known >= 0) return known;
    try {
      dumps(spec);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new PicklingError(`The function cannot be pickled: ${reason}`, { cause });
    }
    return this.functions.push(spec) - 1;
  }

  /** @returns whether the worker did not know it yet */
  defineIn(worker: PoolWorker, functionId: number): boolean {
    return worker.define(functionId, this.functions[functionId] as FunctionSpec);
  }

  /** @param tasks how many there are, or null for a lazy input */
  submit(job: Job, tasks: number | null): void {
    this.queue.addJob(job, tasks === null ? null : this.admit(tasks));
    this.noteQueue();
    // The pool may have ended since the call was made: an input is the caller's code, and may take its time.
    const over = this.parts.over();
    if (over !== null) this.cancelWaiting(over);
    else this.dispatch();
  }

  /** The numbers for tasks that are about to be submitted. */
  get nextTask(): number {
    return this.counts.submitted;
  }

  /** Gives waiting chunks to workers until either runs out: always to the one with the least in its pipe. */
  dispatch(): void {
    // Inputs are the caller's code: they may call the pool again while they are drawn from.
    if (this.dispatching) return;
    this.dispatching = true;
    const crew = this.parts.crew();
    const limit = this.inFlightLimit;
    for (let worker = crew.freest(limit); worker !== undefined; worker = crew.freest(limit)) {
      const pending = this.queue.take();
      if (pending === undefined) break;
      this.send({ ...pending, id: this.chunksMade++ }, worker);
    }
    crew.flush();
    this.dispatching = false;
    this.noteQueue();
    if (this.isIdle) this.parts.idle();
  }

  /** Cancels what waits; what is in flight is finished. */
  cancelWaiting(reason: Error): void {
    for (const chunk of this.queue.clear(reason)) this.settle(chunk, failures(chunk, reason));
    this.noteQueue();
    if (this.isIdle) this.parts.idle();
  }

  /** The caller has let go of a job. */
  drop(job: Job): void {
    const rest = this.queue.drop(job);
    if (rest !== null) this.settle(rest, failures(rest, new CancelledError('The caller wanted no more results')));
    this.noteQueue();
    if (this.isIdle) this.parts.idle();
  }

  take(worker: PoolWorker, message: FromWorker, received: number): void {
    if (message.type === 'progress') {
      const chunk = worker.pipe.inFlight.find(({ id }) => id === message.chunk);
      if (chunk !== undefined) this.parts.observer.chunkProgress(chunk, message.received, message.times);
    } else if (message.type === 'results') {
      this.takeResults(worker, message, received);
    }
  }

  /** A worker is gone: what it had meets the policy, what it had not begun goes back to the queue. */
  lose(worker: PoolWorker): void {
    const { ran, running, untouched } = worker.pipe.lose(worker.mark());
    const over = this.parts.over();
    for (const chunk of ran) this.loseChunk(chunk, lostError(worker, 'before it had sent its results'), false);
    if (running !== null) {
      const { chunk, task } = running;
      this.loseChunk(chunk, lostError(worker, 'while it had this task'), true, task);
    }
    for (const [index, chunk] of untouched.entries()) {
      const returns = chunk.returns + (index === 0 && running === null ? 1 : 0);
      if (over === null && returns > MOST_RETURNS) this.loseChunk(chunk, lostError(worker, 'again and again'), true);
      else this.putBack(chunk, returns);
    }
    this.dispatch();
  }

  /** Where tasks are not run again, a dead worker is to take no more with it than the chunk it had. */
  private get inFlightLimit(): number {
    return this.parts.prefetch ?? (this.parts.policy === 'retry' ? this.mean.inFlightLimit : 1);
  }

  private admit(count: number): Admission {
    const firstTask = this.counts.submitted;
    this.counts.submitted += count;
    this.open += count;
    return { firstTask, submitted: this.parts.clock.now() };
  }

  private noteQueue(): void {
    const { depth } = this.queue;
    if (depth === this.noted) return;
    this.noted = depth;
    this.maxQueueDepth = Math.max(this.maxQueueDepth, depth);
    this.parts.observer.queueChanged(this.parts.clock.now(), depth);
  }

  private send(chunk: Chunk, worker: PoolWorker): void {
    const { job, args } = chunk;
    const { clock, observer } = this.parts;
    const dumped = dumpsAll(args, clock.now);
    const facts = { chunk, worker: worker.index, dumps: dumped.times, sent: clock.now() };
    if ('error' in dumped) {
      observer.chunkUnsendable({ ...facts, lengths: new Uint32Array(args.length) });
      this.settle(chunk, failures(chunk, dumped.error, dumped.position));
      return;
    }
    this.defineIn(worker, job.call.functionId);
    observer.chunkSent({ ...facts, lengths: dumped.lengths });
    worker.pipe.put(chunk, dumped);
    if (worker.pipe.chunksSent === this.parts.maxTasksPerChild) worker.askToExit();
  }

  private takeResults(worker: PoolWorker, message: ResultsMessage, received: number): void {
    const { clock } = this.parts;
    let ended: ChunkResults[] | null = null;
    try {
      ended = worker.pipe.take(message);
    } catch {
      // Large results that are not where the worker says.
    }
    if (ended === null) {
      worker.end('sent results that do not fit what it was sent');
      return;
    }
    // Taking large results out of their file belongs to their flight.
    const arrived = message.results === null ? received : clock.now();
    for (const { times } of ended) this.mean.note(times);
    // The worker is busy again before its results are read: reading them may take a while.
    this.dispatch();
    for (const [index, one] of ended.entries()) {
      if (this.readChunk(worker, one, message, arrived)) continue;
      worker.pipe.putBack(ended.slice(index).map(({ chunk }) => chunk));
      return;
    }
    if (this.isIdle) this.parts.idle();
  }

  /** @returns false for bytes that cannot be read: then the worker is ended */
  private readChunk(worker: PoolWorker, ended: ChunkResults, message: ResultsMessage, received: number): boolean {
    const { chunk, times, status, lengths } = ended;
    try {
      const { results, loads } = readResults(ended, this.parts.clock.now);
      this.parts.observer.chunkEnded({
        chunk,
        worker: worker.index,
        receivedByWorker: message.received,
        workerTimes: times,
        sentByWorker: message.sent,
        received,
        loads,
        status,
        lengths,
      });
      this.settle(chunk, results);
      return true;
    } catch (error) {
      worker.end(`sent results that cannot be read (${error instanceof Error ? error.message : String(error)})`);
      return false;
    }
  }

  private settle(chunk: PendingChunk, results: readonly TaskResult[]): void {
    for (const [offset, result] of results.entries()) {
      this.counts[this.ending(result)]++;
      this.parts.observer.taskEnded(chunk.firstTask + offset, result);
    }
    this.open -= results.length;
    chunk.job.settle(chunk, results);
  }

  private ending(result: TaskResult): 'completed' | 'cancelled' | 'lost' | 'failed' {
    if (result.ok) return 'completed';
    const { error } = result;
    if (error instanceof CancelledError) return 'cancelled';
    const died = error instanceof WorkerLostError || error instanceof TaskTimeoutError;
    return died && this.parts.policy === 'lose' ? 'lost' : 'failed';
  }

  /** @param died whether the worker died of it, or with it, as far as can be known */
  private loseChunk(chunk: Chunk, error: Error, died: boolean, task: RunningChunk['task'] = null): void {
    const { observer, policy, retries } = this.parts;
    observer.chunkLost(chunk, true, task);
    const deaths = chunk.deaths + (died ? 1 : 0);
    const over = this.parts.over();
    if (over !== null) {
      this.settle(chunk, failures(chunk, over));
    } else if (policy === 'break') {
      const broken = new BrokenProcessPool(`${error.message}; the pool was asked to break then`);
      this.parts.break(broken);
      this.settle(chunk, failures(chunk, broken));
    } else if (policy === 'retry' && deaths <= retries) {
      this.counts.retried += chunk.args.length;
      this.queue.addRetry({ ...chunk, attempt: chunk.attempt + 1, deaths });
    } else {
      this.settle(chunk, failures(chunk, error));
    }
  }

  /** What was still in the pipe has not run: it goes back to the queue and does not count as an attempt. */
  private putBack(chunk: Chunk, returns: number): void {
    this.parts.observer.chunkLost(chunk, false, null);
    const over = this.parts.over();
    if (over !== null) this.settle(chunk, failures(chunk, over));
    else this.queue.addRetry({ ...chunk, returns });
  }
}

function lostError(worker: PoolWorker, when: string): Error {
  const who = `Worker ${worker.record.pid ?? '(never started)'}`;
  if (worker.timedOut) return new TaskTimeoutError(`${who} ${worker.fate}, and was ended`);
  return new WorkerLostError(`${who} died ${when} (${worker.fate})`);
}

/** The task at `position` failed with `error`, the rest of its chunk was skipped; without a position all failed. */
function failures({ args }: PendingChunk, error: Error, position?: number): TaskResult[] {
  return args.map((_, offset) => ({
    ok: false,
    error: position === undefined || offset === position ? error : new SkippedError(`Not run: ${error.message}`),
  }));
}
