/**
 * Runs a scenario without a pool, nothing pickled: as a plain loop, one task after the other, or in an event loop with
 * many in flight. Either has a thread of main to itself, so that the window stays alive; the process is main's own.
 */
import { anLoop } from '../../shared/scenario';
import type { WorkerRecord } from '../../shared/telemetry';
import { type FromWorker, TASK_STATUS } from '../../shared/worker-protocol';
import { placeName } from '../../shared/worker-words';
import { deferred } from '../deferred';
import { checkRemoteError } from '../pool/check-message';
import { ModuleError, RemoteError } from '../pool/errors';
import type { PoolObserver } from '../pool/observer';
import type { PoolCounts } from '../pool/pool';
import { PoolWorker } from '../pool/pool-worker';
import { initializerCall, loopCall } from './function-spec';
import type { Runner, RunnerParts } from './runner';

const FUNCTION_ID = 0;

type Gathered = Extract<FromWorker, { type: 'gathered' }>;

export class LoopRunner implements Runner {
  readonly counts: PoolCounts;
  readonly maxQueueDepth = 0;
  loopWorkedNs: number | null = null;
  private readonly worker: PoolWorker;
  private callOf: ReturnType<typeof loopCall>;
  /** Resolves when the loop's thread is there, and when it has its function. */
  private readonly booted = deferred();
  private readonly defined = deferred();
  private readonly ended = deferred();
  private readonly gone = deferred();
  /** An event loop was sent its tasks, and has not told that it is through. */
  private gathering = false;
  /** Its tasks that have begun and not ended, as far as is known. */
  private readonly inFlight = new Set<number>();

  constructor(
    private readonly parts: RunnerParts,
    private readonly observer: PoolObserver,
  ) {
    const { scenario, items, engine, clock, shared } = parts;
    this.counts = { submitted: 0, completed: 0, failed: 0, lost: 0, retried: 0, cancelled: 0 };
    this.callOf = loopCall(scenario, items, shared());
    this.worker = new PoolWorker({
      index: 0,
      slot: 0,
      spawn: engine.spawn,
      clock,
      initializer: initializerCall(scenario),
      events: {
        changed: ({ record }) => this.tell(record),
        ready: () => this.booted.resolve(),
        message: (_, message) => this.take(message),
        output: (worker, stream, text) => observer.output(worker.index, stream, text),
        exited: () => this.exited(),
      },
    });
    this.worker.start();
  }

  async ready(): Promise<void> {
    await this.booted.promise;
    const { scenario, items, shared } = this.parts;
    this.callOf = loopCall(scenario, items, shared());
    this.worker.define(FUNCTION_ID, this.callOf.spec);
    await this.defined.promise;
  }

  call(): Promise<void> {
    const { items } = this.callOf;
    this.counts.submitted = items.length;
    const { engine, pool } = this.parts.scenario;
    this.gathering = engine === 'async';
    this.worker.post(
      engine === 'async'
        ? { type: 'gather', functionId: FUNCTION_ID, items, atOnce: pool.processes }
        : { type: 'loop', functionId: FUNCTION_ID, items },
    );
    return this.ended.promise;
  }

  stop(): void {
    // A module that is being loaded may never be.
    this.booted.resolve();
    this.defined.resolve();
    // What is in flight is finished, however long it waits; nobody is asked to exit before. It is told a while later.
    if (this.gathering) this.worker.post({ type: 'finish' });
    else this.worker.askToExit();
  }

  close(): Promise<void> {
    this.worker.askToExit();
    return this.gone.promise;
  }

  terminate(): Promise<void> {
    this.worker.kill();
    return this.gone.promise;
  }

  /** Without its one thread there would be no loop; `terminate` ends both. */
  killWorker(): boolean {
    return false;
  }

  resize(): void {
    const { engine } = this.parts.scenario;
    throw new Error(`The ${engine} engine has no pool to resize: it runs ${anLoop(engine)} in one thread.`);
  }

  /** Each place for a task in flight has a lane, as a worker would have; the thread is the same for all. */
  private tell(record: WorkerRecord): void {
    const { engine, pool } = this.parts.scenario;
    if (engine === 'serial') {
      this.observer.workerChanged(record);
      return;
    }
    const places = Math.max(1, Math.min(pool.processes, this.parts.items.length));
    for (let place = 0; place < places; place++) {
      const { heapBytes } = record;
      // The heap is that of the thread: it is told once.
      const own = place === 0 ? { heapBytes } : { heapBytes: undefined };
      this.observer.workerChanged({ ...record, ...own, index: place, slot: place, name: placeName(place) });
    }
  }

  private take(message: FromWorker): void {
    if (message.type === 'defined') {
      if (message.error === null) this.defined.resolve();
      else this.defined.reject(new ModuleError(message.error.message));
    }
    if (message.type === 'gathered') this.takeGathered(message);
    if (message.type !== 'looped') return;
    const { first, times, status, values } = message;
    this.observer.loopRan(this.worker.index, first, times, status);
    for (const [position, value] of values.entries()) {
      const ok = this.takeEnd(first + position, status[position], value);
      if (ok) this.observer.delivered(first + position, 1, times[position * 2 + 1] ?? 0);
    }
    if (message.done) this.ended.resolve();
  }

  private takeGathered({ begun, ended, workedNs, done }: Gathered): void {
    this.loopWorkedNs = workedNs;
    this.observer.gatherBegan(begun.tasks, begun.places, begun.at);
    for (const task of begun.tasks) this.inFlight.add(task);
    this.observer.gatherEnded(ended.tasks, ended.at, ended.status);
    for (const [position, task] of ended.tasks.entries()) {
      this.inFlight.delete(task);
      this.takeEnd(task, ended.status[position], ended.values[position]);
    }
    if (!done) return;
    this.gathering = false;
    // `gather` gives all results at once, in input order, or raises what the first task has raised.
    const { submitted, completed } = this.counts;
    if (completed === submitted) this.observer.delivered(0, submitted, this.parts.clock.now());
    this.ended.resolve();
  }

  /** @returns whether the task has a result */
  private takeEnd(task: number, status: number | undefined, value: unknown): boolean {
    const ok = status === TASK_STATUS.ok;
    this.counts[ok ? 'completed' : 'failed']++;
    const error = ok ? null : new RemoteError(checkRemoteError(value));
    this.observer.taskEnded(task, error === null ? { ok: true, value } : { ok: false, error });
    return ok;
  }

  /** Why there is no loop. */
  private early(): Error {
    const { record, fate } = this.worker;
    if (record.readyAt === null) return new Error(`The loop's thread ended while booting (${fate})`);
    return new ModuleError(`${this.callOf.spec.params.file}: the loop's thread ended while it loaded this (${fate})`);
  }

  /** Whatever was still to come will not. */
  private exited(): void {
    const { submitted, completed, failed } = this.counts;
    this.counts.cancelled = submitted - completed - failed;
    const cancelled = Uint32Array.from(this.inFlight);
    const nan = new Float64Array(cancelled.length).fill(Number.NaN);
    this.observer.gatherEnded(cancelled, nan, new Uint8Array(cancelled.length).fill(TASK_STATUS.skipped));
    const why = this.worker.unfit ?? this.early();
    this.booted.reject(why);
    this.defined.reject(why);
    this.ended.resolve();
    this.gone.resolve();
  }
}
