/**
 * The crew: the pool's workers, one a slot. Starts them side by side, replaces the dead as long as they are needed,
 * grows and shrinks, sees all of them out. Knows nothing of tasks but that a worker holds chunks.
 */
import { MOST_PIPE_BYTES } from '../../shared/dispatch-rules';
import type { FromWorker, InitializerCall } from '../../shared/worker-protocol';
import type { Clock } from '../clock';
import { deferred } from '../deferred';
import { BrokenProcessPool, PoolNotRunning } from './errors';
import type { PoolObserver } from './observer';
import { PoolWorker } from './pool-worker';
import type { SpawnWorker } from './worker-handle';

export interface CrewParts {
  /** Number of workers, 1 or more. */
  readonly processes: number;
  readonly spawn: SpawnWorker;
  readonly clock: Clock;
  readonly initializer: InitializerCall | null;
  readonly observer: PoolObserver;
  /** Whether a dead worker is to be replaced. */
  needed(): boolean;
  /** A worker has booted and can take chunks. */
  ready(worker: PoolWorker): void;
  message(worker: PoolWorker, message: FromWorker, received: number): void;
  /** A worker is gone; the chunks it still had are in its pipe. Called before it is replaced. */
  exited(worker: PoolWorker): void;
  /** Workers die before their first word: starting more would be no use. */
  broken(error: BrokenProcessPool): void;
}

/** Workers in a row that may die before their first word; then the engine itself is taken to be at fault. */
const BOOT_FAILURES = 3;

export class Crew {
  private readonly workers = new Map<number, PoolWorker>();
  private made = 0;
  /** Slots that have had a worker ready: one may be on its way out again before the last one is ready. */
  private readonly bootedSlots = new Set<number>();
  private size: number;
  private bootFailures = 0;
  private readonly booted = deferred();
  private gone: (() => void)[] = [];

  constructor(private readonly parts: CrewParts) {
    this.size = parts.processes;
  }

  /** Resolves when every first worker is ready. */
  get ready(): Promise<void> {
    return this.booted.promise;
  }

  /** Workers that have not exited, whatever else they do. */
  get living(): Iterable<PoolWorker> {
    return this.workers.values();
  }

  start(): void {
    for (let slot = 0; slot < this.size; slot++) this.startWorker(slot);
  }

  /** Slots beyond `processes` end once they have run what they have; missing ones are filled. */
  resize(processes: number): void {
    this.size = processes;
    const taken = new Set([...this.workers.values()].map(({ slot }) => slot));
    for (let slot = 0; slot < processes; slot++) if (!taken.has(slot)) this.startWorker(slot);
    for (const worker of [...this.workers.values()]) if (worker.slot >= processes) worker.askToExit();
    this.noteReady();
  }

  /** No first worker will be ready any more. */
  giveUp(error: Error): void {
    this.booted.reject(error);
  }

  get(index: number): PoolWorker | undefined {
    return this.workers.get(index);
  }

  /** The ready worker with the fewest chunks in its pipe, if that is fewer than `limit`. */
  freest(limit: number): PoolWorker | undefined {
    let fewest = limit;
    let freest: PoolWorker | undefined;
    for (const worker of this.workers.values()) {
      const { inFlight, bytes } = worker.pipe;
      if (inFlight.length >= fewest || !worker.ready || bytes >= MOST_PIPE_BYTES) continue;
      fewest = inFlight.length;
      freest = worker;
    }
    return freest;
  }

  /** Sends what was put into pipes. */
  flush(): void {
    for (const worker of this.workers.values()) worker.pipe.flush();
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
    const { spawn, clock, observer, initializer } = this.parts;
    const worker = new PoolWorker({
      index: this.made++,
      slot,
      spawn,
      clock,
      initializer,
      events: {
        changed: ({ record }) => observer.workerChanged(record),
        ready: (ready) => this.workerReady(ready),
        message: (from, message, received) => this.parts.message(from, message, received),
        output: (from, stream, text) => observer.output(from.index, stream, text),
        exited: (exited) => this.workerExited(exited),
      },
    });
    this.workers.set(worker.index, worker);
    worker.start();
  }

  private workerReady(worker: PoolWorker): void {
    this.bootFailures = 0;
    this.bootedSlots.add(worker.slot);
    this.noteReady();
    this.parts.ready(worker);
  }

  private noteReady(): void {
    for (let slot = 0; slot < this.size; slot++) if (!this.bootedSlots.has(slot)) return;
    this.booted.resolve();
  }

  private workerExited(worker: PoolWorker): void {
    this.workers.delete(worker.index);
    if (worker.record.readyAt === null && this.parts.needed() && ++this.bootFailures >= BOOT_FAILURES) {
      const sentence = `${BOOT_FAILURES} workers in a row died while booting (${worker.fate})`;
      this.parts.broken(new BrokenProcessPool(sentence, { cause: worker.unfit ?? undefined }));
    }
    this.parts.exited(worker);
    if (this.parts.needed() && worker.slot < this.size) this.startWorker(worker.slot);
    if (this.workers.size > 0) return;
    // Closed before it was ready.
    this.booted.reject(new PoolNotRunning());
    for (const done of this.gone.splice(0)) done();
  }
}
