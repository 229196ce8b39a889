/**
 * One worker of a pool: its handle, what it has been sent, and its record. Checks every message it receives; knows
 * nothing of queues or jobs.
 */
import type { WorkerRecord } from '../../shared/telemetry';
import type { FromWorker, FunctionSpec, ToWorker } from '../../shared/worker-protocol';
import type { Clock } from '../clock';
import { checkMessage } from './check-message';
import type { Chunk } from './chunk';
import type { SpawnWorker, WorkerHandle } from './worker-handle';

export interface PoolWorkerEvents {
  changed(worker: PoolWorker): void;
  ready(worker: PoolWorker): void;
  message(worker: PoolWorker, message: FromWorker, received: number): void;
  output(worker: PoolWorker, stream: 'stdout' | 'stderr', text: string): void;
  exited(worker: PoolWorker): void;
}

export class PoolWorker {
  /** Chunks sent and not yet ended, oldest first: a worker runs them in this order. */
  readonly inFlight: Chunk[] = [];
  /** Chunks sent since it started; `maxTasksPerChild` counts these. */
  chunksSent = 0;
  record: WorkerRecord;
  private readonly handle: WorkerHandle;
  private readonly defined = new Set<number>();

  constructor(
    index: number,
    readonly slot: number,
    spawn: SpawnWorker,
    private readonly clock: Clock,
    private readonly events: PoolWorkerEvents,
  ) {
    const name = `poolscope-worker-${slot}`;
    this.record = {
      index,
      slot,
      name,
      pid: null,
      spawnedAt: clock.now(),
      readyAt: null,
      exitingAt: null,
      exit: null,
    };
    this.handle = spawn(name, {
      onSpawn: (pid) => this.change({ pid }),
      onMessage: (message) => this.receive(message),
      onOutput: (stream, text) => events.output(this, stream, text),
      onExit: (code, signal) => this.exit(code, signal),
    });
    this.handle.post({ type: 'init', clockBase: String(clock.base) });
  }

  get index(): number {
    return this.record.index;
  }

  /** Booted, alive and not asked to exit. */
  get ready(): boolean {
    return this.record.readyAt !== null && this.record.exitingAt === null && this.record.exit === null;
  }

  post(message: ToWorker): void {
    this.handle.post(message);
  }

  /** Makes sure the worker knows the function. */
  define(functionId: number, spec: FunctionSpec): void {
    if (this.defined.has(functionId)) return;
    this.defined.add(functionId);
    this.handle.post({ type: 'define', functionId, spec });
  }

  /** Asks the worker to exit once it has run what it was sent. */
  askToExit(): void {
    if (this.record.exitingAt !== null || this.record.exit !== null) return;
    this.change({ exitingAt: this.clock.now() });
    this.handle.post({ type: 'finish' });
  }

  kill(): void {
    if (this.record.exit !== null) return;
    if (this.record.exitingAt === null) this.change({ exitingAt: this.clock.now() });
    this.handle.kill();
  }

  /** Ends a worker that talks nonsense: it cannot be trusted with tasks, and those it has meet the policy. */
  distrust(reason: string): void {
    this.events.output(this, 'stderr', `${this.record.name} ${reason}; it is ended`);
    this.handle.kill();
  }

  private receive(raw: unknown): void {
    const received = this.clock.now();
    const message = checkMessage(raw);
    if (message === null) {
      this.distrust('sent a message that is not one of the protocol');
      return;
    }
    if (message.type === 'ready') {
      this.change({ pid: message.pid, readyAt: received });
      this.events.ready(this);
    } else if (message.type === 'done') {
      this.handle.post({ type: 'exit' });
    } else {
      this.events.message(this, message, received);
    }
  }

  private exit(code: number | null, signal: string | null): void {
    const asked = this.record.exitingAt !== null;
    const kind = asked || (code === 0 && signal === null) ? 'exited' : 'crashed';
    this.change({ exit: { at: this.clock.now(), kind, code, signal } });
    this.events.exited(this);
  }

  private change(change: Partial<WorkerRecord>): void {
    this.record = { ...this.record, ...change };
    this.events.changed(this);
  }
}
