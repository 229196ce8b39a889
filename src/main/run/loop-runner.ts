/**
 * Runs a scenario as a plain loop: no pool, nothing pickled, one task after the other. The loop has a thread of main to
 * itself, so that the window stays alive; the process is main's own.
 */
import { type FromWorker, TASK_STATUS } from '../../shared/worker-protocol';
import { deferred } from '../deferred';
import { checkRemoteError } from '../pool/check-message';
import { ModuleError, RemoteError } from '../pool/errors';
import type { PoolObserver } from '../pool/observer';
import type { PoolCounts } from '../pool/pool';
import { PoolWorker } from '../pool/pool-worker';
import { initializerCall, loopCall } from './function-spec';
import type { Runner, RunnerParts } from './runner';

const FUNCTION_ID = 0;

export class LoopRunner implements Runner {
  readonly counts: PoolCounts;
  readonly maxQueueDepth = 0;
  private readonly worker: PoolWorker;
  private readonly callOf: ReturnType<typeof loopCall>;
  /** Resolves when the loop's thread has its function. */
  private readonly booted = deferred();
  private readonly ended = deferred();
  private readonly gone = deferred();

  constructor(
    { scenario, items, engine, clock, shared }: RunnerParts,
    private readonly observer: PoolObserver,
  ) {
    this.counts = { submitted: 0, completed: 0, failed: 0, lost: 0, retried: 0, cancelled: 0 };
    this.callOf = loopCall(scenario, items, shared);
    this.worker = new PoolWorker({
      index: 0,
      slot: 0,
      spawn: engine.spawn,
      clock,
      initializer: initializerCall(scenario),
      events: {
        changed: ({ record }) => observer.workerChanged(record),
        ready: (worker) => worker.define(FUNCTION_ID, this.callOf.spec),
        message: (_, message) => this.take(message),
        output: (worker, stream, text) => observer.output(worker.index, stream, text),
        exited: () => this.exited(),
      },
    });
    this.worker.start();
  }

  ready(): Promise<void> {
    return this.booted.promise;
  }

  call(): Promise<void> {
    const { items } = this.callOf;
    this.counts.submitted = items.length;
    this.worker.post({ type: 'loop', functionId: FUNCTION_ID, items });
    return this.ended.promise;
  }

  stop(): void {
    // A module that is being loaded may never be.
    this.booted.resolve();
    this.worker.askToExit();
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
    throw new Error('The serial engine has no pool to resize: it runs a plain loop in one thread.');
  }

  private take(message: FromWorker): void {
    if (message.type === 'defined') {
      if (message.error === null) this.booted.resolve();
      else this.booted.reject(new ModuleError(message.error.message));
    }
    if (message.type !== 'looped') return;
    const { first, times, status, values } = message;
    this.observer.loopRan(this.worker.index, first, times, status);
    for (const [position, value] of values.entries()) {
      const ok = status[position] === TASK_STATUS.ok;
      this.counts[ok ? 'completed' : 'failed']++;
      const error = ok ? null : new RemoteError(checkRemoteError(value));
      this.observer.taskEnded(first + position, error === null ? { ok: true, value } : { ok: false, error });
      if (ok) this.observer.delivered(first + position, 1, times[position * 2 + 1] ?? 0);
    }
    if (message.done) this.ended.resolve();
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
    this.booted.reject(this.worker.unfit ?? this.early());
    this.ended.resolve();
    this.gone.resolve();
  }
}
