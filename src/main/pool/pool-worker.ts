/**
 * One worker of a pool: its handle, its pipe, its files and its record. Checks every message it receives; knows nothing
 * of queues or jobs.
 */
import type { Mark } from '../../boundary/mark-file';
import type { WorkerRecord } from '../../shared/telemetry';
import type {
  FromWorker,
  FunctionSpec,
  InitializerCall,
  RemoteErrorData,
  ToWorker,
} from '../../shared/worker-protocol';
import type { Clock } from '../clock';
import { checkMessage } from './check-message';
import { ModuleError, RemoteError } from './errors';
import { PoolFiles } from './worker-files';
import type { SpawnWorker, WorkerHandle } from './worker-handle';
import { WorkerPipe } from './worker-pipe';

export interface PoolWorkerEvents {
  changed(worker: PoolWorker): void;
  ready(worker: PoolWorker): void;
  message(worker: PoolWorker, message: FromWorker, received: number): void;
  output(worker: PoolWorker, stream: 'stdout' | 'stderr', text: string): void;
  exited(worker: PoolWorker): void;
}

export interface PoolWorkerParts {
  readonly index: number;
  readonly slot: number;
  readonly spawn: SpawnWorker;
  readonly clock: Clock;
  readonly initializer: InitializerCall | null;
  readonly events: PoolWorkerEvents;
}

/** A worker that has not said its first word by then, its initializer included, is ended. */
const BOOT_LIMIT_MS = 120_000;
/** How long a worker that was asked to exit may take once it has run what it had, in ms. Then it is killed. */
export const EXIT_GRACE_MS = 2000;

export class PoolWorker {
  record: WorkerRecord;
  readonly pipe: WorkerPipe;
  /** Why the pool ended it, where it did: a sentence about the worker without its subject. */
  endedBecause: string | null = null;
  /** Why its initializer could not be run, where that was so. */
  unfit: Error | null = null;
  /** It was ended because a task took too long. */
  timedOut = false;
  private handle: WorkerHandle | undefined;
  /** Messages from before the process was made. */
  private readonly early: ToWorker[] = [];
  /** It was to be killed before the process was made. */
  private unwanted = false;
  private readonly files = new PoolFiles();
  private readonly defined = new Set<number>();
  /** Functions that it was told of and has not answered for. */
  private readonly loading = new Set<number>();
  private bootTimer: NodeJS.Timeout | undefined;
  private exitTimer: NodeJS.Timeout | undefined;

  constructor(private readonly parts: PoolWorkerParts) {
    const { index, slot, clock } = parts;
    const name = `poolscope-worker-${slot}`;
    const spawnedAt = clock.now();
    this.record = { index, slot, name, pid: null, spawnedAt, readyAt: null, exitingAt: null, exit: null };
    this.pipe = new WorkerPipe((message) => this.post(message), this.files.paths);
  }

  /**
   * Makes the process. Apart from the constructor, because making one lets other code of this process run first, which
   * may already want to end it: whoever keeps workers must know it by then.
   */
  start(): void {
    const { spawn, clock, events, initializer } = this.parts;
    const handle = spawn(this.record.name, {
      onSpawn: (pid) => this.change({ pid }),
      onMessage: (message) => this.receive(message),
      onOutput: (stream, text) => events.output(this, stream, text),
      onExit: (code, signal) => this.exit(code, signal),
    });
    handle.post({ type: 'init', clockBase: String(clock.base), files: this.files.paths, initializer });
    for (const message of this.early.splice(0)) handle.post(message);
    this.handle = handle;
    this.bootTimer = setTimeout(() => this.end(`did not start within ${BOOT_LIMIT_MS / 1000} s`), BOOT_LIMIT_MS);
    if (this.unwanted) handle.kill();
  }

  get slot(): number {
    return this.record.slot;
  }

  get index(): number {
    return this.record.index;
  }

  /** Booted, alive and not asked to exit. */
  get ready(): boolean {
    return this.record.readyAt !== null && this.record.exitingAt === null && this.record.exit === null;
  }

  get alive(): boolean {
    return this.record.exit === null;
  }

  /** What it has begun since it started; null where nobody knows. */
  mark(): Mark | null {
    return this.files.mark();
  }

  post(message: ToWorker): void {
    if (this.handle === undefined) this.early.push(message);
    else this.handle.post(message);
  }

  /** Makes sure the worker knows the function. @returns whether it has to be told: it will answer `defined` */
  define(functionId: number, spec: FunctionSpec): boolean {
    if (this.defined.has(functionId)) return false;
    this.defined.add(functionId);
    // What is built in is there at once: a worker that does not answer then is stuck, and the task timeout holds.
    if (spec.workload === 'module') this.loading.add(functionId);
    this.post({ type: 'define', functionId, spec });
    return true;
  }

  /** Whether it may still be loading the function. */
  isLoading(functionId: number): boolean {
    return this.loading.has(functionId);
  }

  /** Asks the worker to exit once it has run what it was sent. */
  askToExit(): void {
    if (this.record.exitingAt !== null || this.record.exit !== null) return;
    this.pipe.flush();
    this.change({ exitingAt: this.parts.clock.now() });
    this.post({ type: 'finish' });
    this.expectExit();
  }

  /** The pool's own end: not a crash. */
  kill(): void {
    if (this.record.exit !== null) return;
    if (this.record.exitingAt === null) this.change({ exitingAt: this.parts.clock.now() });
    this.killNow();
  }

  /** As if somebody had killed it from outside: what it has meets the policy. */
  killAsFault(): void {
    this.killNow();
  }

  /** Ends a worker that is of no use: it talks nonsense, or is stuck. What it has meets the policy. */
  end(reason: string): void {
    if (this.record.exit !== null) return;
    this.endedBecause = reason;
    this.parts.events.output(this, 'stderr', `${this.record.name} ${reason}; it is ended\n`);
    this.killNow();
  }

  private killNow(): void {
    this.unwanted = true;
    this.handle?.kill();
  }

  /** Its exit, as words for an error: a signal, a code, or why the pool ended it. */
  get fate(): string {
    const { exit } = this.record;
    if (this.endedBecause !== null) return this.endedBecause;
    return exit?.signal ?? (exit?.code === null || exit === null ? 'killed' : `exit code ${exit.code}`);
  }

  private receive(raw: unknown): void {
    const received = this.parts.clock.now();
    const message = checkMessage(raw);
    if (message === null) this.end('sent a message that is not one of the protocol');
    else if (message.type === 'ready') this.booted(message.pid, received);
    else if (message.type === 'unfit') this.beUnfit(message.error);
    else if (message.type === 'done') {
      this.change({ heapBytes: message.heapBytes });
      this.post({ type: 'exit' });
    } else {
      if (message.type === 'defined') this.loading.delete(message.functionId);
      this.parts.events.message(this, message, received);
      this.expectExit();
    }
  }

  /** Its slot is taken until it is gone: one that has nothing left to run is not waited for for ever. */
  private expectExit(): void {
    const { readyAt, exitingAt, exit } = this.record;
    if (readyAt === null || exitingAt === null || exit !== null || this.pipe.inFlight.length > 0) return;
    this.exitTimer ??= setTimeout(() => this.kill(), EXIT_GRACE_MS);
  }

  private beUnfit(error: RemoteErrorData): void {
    this.unfit = error.name === 'ModuleError' ? new ModuleError(error.message) : new RemoteError(error);
    this.end(`could not run the initializer (${error.name}: ${error.message})`);
  }

  private booted(pid: number, readyAt: number): void {
    clearTimeout(this.bootTimer);
    this.files.opened();
    this.change({ pid, readyAt });
    this.parts.events.ready(this);
    this.expectExit();
  }

  private exit(reportedCode: number | null, reportedSignal: string | null): void {
    clearTimeout(this.bootTimer);
    clearTimeout(this.exitTimer);
    // Electron reports the exit code 9 and the signal 9 alike; the worker's own word tells them apart.
    const own = this.files.exitCode();
    const [code, signal] = own === null ? [reportedCode, reportedSignal] : [own, null];
    const asked = this.record.exitingAt !== null;
    const kind = asked || (code === 0 && signal === null) ? 'exited' : 'crashed';
    this.change({ exit: { at: this.parts.clock.now(), kind, code, signal } });
    this.parts.events.exited(this);
    this.pipe.close();
    this.files.close();
  }

  private change(change: Partial<WorkerRecord>): void {
    this.record = { ...this.record, ...change };
    this.parts.events.changed(this);
  }
}
