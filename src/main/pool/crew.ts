/**
 * The crew: the pool's workers, one a slot. Starts them side by side, replaces the dead as long as they are needed,
 * sees all of them out. Knows nothing of tasks but that a worker holds chunks.
 */
import type { FromWorker } from '../../shared/worker-protocol';
import type { Clock } from '../clock';
import { deferred } from '../deferred';
import { BrokenProcessPool } from './errors';
import type { PoolObserver } from './observer';
import { PoolWorker } from './pool-worker';
import type { SpawnWorker } from './worker-handle';

export interface CrewParts {
  /** Number of workers, 1 or more. */
  readonly processes: number;
  readonly spawn: SpawnWorker;
  readonly clock: Clock;
  readonly observer: PoolObserver;
  /** Whether a dead worker is to be replaced. */
  needed(): boolean;
  /** A worker can take chunks. */
  free(): void;
  message(worker: PoolWorker, message: FromWorker, received: number): void;
  /** A worker is gone; the chunks it still had are in its `inFlight`. Called before it is replaced. */
  exited(worker: PoolWorker): void;
  /** Workers die before their first word: starting more would be no use. */
  broken(error: BrokenProcessPool): void;
}

/** Workers in a row that may die before their first word; then the engine itself is taken to be at fault. */
const BOOT_FAILURES = 3;

export class Crew {
  private readonly workers = new Map<number, PoolWorker>();
  private made = 0;
  private bootFailures = 0;
  private readonly booted = deferred();
  private gone: (() => void)[] = [];

  constructor(private readonly parts: CrewParts) {}

  /** Resolves when every first worker is ready. */
  get ready(): Promise<void> {
    return this.booted.promise;
  }

  start(): void {
    for (let slot = 0; slot < this.parts.processes; slot++) this.startWorker(slot);
  }

  /** No first worker will be ready any more. */
  giveUp(error: Error): void {
    this.booted.reject(error);
  }

  /** The ready worker with the fewest chunks in its pipe, if that is fewer than `limit`. */
  freest(limit: number): PoolWorker | undefined {
    let fewest = limit;
    let freest: PoolWorker | undefined;
    for (const worker of this.workers.values()) {
      if (!worker.ready || worker.inFlight.length >= fewest) continue;
      fewest = worker.inFlight.length;
      freest = worker;
    }
    return freest;
  }

  askToExit(): void {
    for (const worker of [...this.workers.values()]) worker.askToExit();
  }

  kill(): void {
    for (const worker of [...this.workers.values()]) worker.kill();
  }

  /** Resolves when no worker is left. */
  allGone(): Promise<void> {
    return this.workers.size === 0 ? Promise.resolve() : new Promise((resolve) => this.gone.push(resolve));
  }

  private startWorker(slot: number): void {
    const { spawn, clock, observer } = this.parts;
    const worker = new PoolWorker(this.made++, slot, spawn, clock, {
      changed: ({ record }) => observer.workerChanged(record),
      ready: () => this.workerReady(),
      message: (from, message, received) => this.parts.message(from, message, received),
      output: (from, stream, text) => observer.output(from.index, stream, text),
      exited: (exited) => this.workerExited(exited),
    });
    this.workers.set(worker.index, worker);
  }

  private workerReady(): void {
    this.bootFailures = 0;
    const ready = [...this.workers.values()].filter((worker) => worker.ready).length;
    if (ready === this.parts.processes) this.booted.resolve();
    this.parts.free();
  }

  private workerExited(worker: PoolWorker): void {
    this.workers.delete(worker.index);
    const { exit, readyAt } = worker.record;
    if (readyAt === null && this.parts.needed() && ++this.bootFailures >= BOOT_FAILURES) {
      const how = exit?.signal ?? `exit code ${exit?.code ?? 'unknown'}`;
      this.parts.broken(new BrokenProcessPool(`${BOOT_FAILURES} workers in a row died while booting (${how})`));
    }
    this.parts.exited(worker);
    if (this.parts.needed()) this.startWorker(worker.slot);
    if (this.workers.size === 0) for (const done of this.gone.splice(0)) done();
  }
}
