/** One producer or consumer of the queue experiment, as main sees it: what it has said, and whether it still is there. */
import type { QueueNames } from '../../../boundary/shared-queue/shared-queue';
import {
  type FromQueueProcess,
  fromQueueProcessSchema,
  type QueueMoments,
  type QueuePart,
  type ToQueueProcess,
} from '../../../shared/queue-protocol';
import { type Deferred, deferred } from '../../deferred';
import type { SpawnWorker, WorkerHandle } from '../../pool/worker-handle';
import { keepEnd } from '../../run/keep-end';

const MOST_WORDS = 400;

export interface MemberEvents {
  /** The operating system has given it a PID. */
  spawned(member: QueueMember): void;
  moments(member: QueueMember, moments: QueueMoments): void;
  /** Something that it could not do. */
  trouble(member: QueueMember, message: string): void;
  exited(member: QueueMember): void;
}

export class QueueMember {
  pid: number | null = null;
  /** Whether it ended as it should, having done what it was there for. */
  isDone = false;
  hasExited = false;
  /** What it printed last to stderr: why it could not even begin. */
  private lastWords = '';
  readonly ready: Deferred<void> = deferred();
  private readonly exit: Deferred<void> = deferred();
  private handle: WorkerHandle<object> | null = null;

  constructor(
    readonly part: QueuePart,
    /** Where it is drawn. */
    readonly lane: number,
    private readonly events: MemberEvents,
  ) {}

  /** Resolves when there is no process any more, or has never been one. */
  get gone(): Promise<void> {
    return this.handle === null ? Promise.resolve() : this.exit.promise;
  }

  /** As it is called in the window: `producer 1`. */
  get name(): string {
    return `${this.part.role} ${this.part.index + 1}`;
  }

  start(spawn: SpawnWorker<object>, queue: QueueNames, clockBase: string): void {
    const { part, events } = this;
    this.handle = spawn(`Poolscope ${this.name}`, {
      onSpawn: (pid) => {
        this.pid = pid;
        events.spawned(this);
      },
      onMessage: (message) => {
        const { data, error } = fromQueueProcessSchema.safeParse(message);
        if (data === undefined) events.trouble(this, `a message that is none (${error?.message})`);
        else this.take(data);
      },
      onOutput: (stream, text) => {
        if (stream === 'stderr') this.lastWords = keepEnd(this.lastWords + text, MOST_WORDS);
      },
      onExit: (code, signal) => {
        this.hasExited = true;
        this.ready.reject(
          new Error(`${this.name} ended before it was ready (${signal ?? code}). ${this.lastWords}`.trim()),
        );
        events.exited(this);
        this.exit.resolve();
      },
    });
    this.tell({ type: 'init', clockBase, queue, part });
  }

  tell(message: ToQueueProcess): void {
    if (!this.hasExited) this.handle?.post(message);
  }

  kill(): void {
    if (!this.hasExited) this.handle?.kill();
  }

  private take(message: FromQueueProcess): void {
    if (message.type === 'ready') this.ready.resolve();
    else if (message.type === 'moments') this.events.moments(this, message);
    else if (message.type === 'trouble') this.events.trouble(this, message.message);
    else this.isDone = true;
  }
}
