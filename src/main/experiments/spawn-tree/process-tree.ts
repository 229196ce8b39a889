/**
 * The processes of the experiment. They only ask; this is the one place where they are started, and it asks the cap
 * first. Whatever ends the tree kills all that is left, and it is over when the last exit has come in.
 */
import type { FromProgram, ToProgram } from '../../../shared/program-protocol';
import type { SpawnTreeExperiment } from '../../../shared/spawn-tree';
import type { Clock } from '../../clock';
import type { SpawnWorker } from '../../pool/worker-handle';
import { checkProgramMessage } from './check-program-message';
import { PoolCall } from './pool-call';
import { ProcessCap, type Refusal } from './process-cap';
import { newRecord, type ProcessRecord, type Step } from './process-record';

export type StartProcess = SpawnWorker<object>;

/**
 * `itself`: the program has come to its end. `cap`: a start was refused and nothing more would happen. `time`: its time
 * was up. `stopped`: a person wanted it. `broken`: the program died.
 */
export type TreeEnd = 'itself' | 'cap' | 'time' | 'stopped' | 'broken';

export interface TreeOptions {
  readonly setup: Omit<SpawnTreeExperiment, 'name' | 'imports'>;
  /** Built file of the main module. */
  readonly program: string;
  readonly start: StartProcess;
  readonly clock: Clock;
}

interface Member {
  readonly record: ProcessRecord;
  handle: ReturnType<StartProcess> | null;
  call: PoolCall | null;
  /** Its pool is closed: workers go as soon as they are idle. */
  closed: boolean;
}

/** A process that main no longer answers ends itself so much later than main would have ended it. */
const LIFETIME_MORE_MS = 5000;
/** A program of ours comes to half a dozen. */
const MOST_STEPS = 32;
/** Tasks of one process that are drawn. */
const MOST_TASKS = 1000;

export class ProcessTree {
  readonly records: ProcessRecord[] = [];
  endedBy: TreeEnd | null = null;
  /** When it was decided that all must end. */
  endedAt = Number.NaN;
  /** Asks that were refused. */
  refusals = 0;
  readonly refusedFor = new Set<Refusal>();
  private readonly members: Member[] = [];
  private readonly cap: ProcessCap;
  private alive = 0;
  private deadline: NodeJS.Timeout | undefined;
  private readonly allGone: Promise<void>;
  private gone: () => void = () => undefined;

  constructor(private readonly options: TreeOptions) {
    this.cap = new ProcessCap(options.setup);
    this.allGone = new Promise((resolve) => {
      this.gone = resolve;
    });
  }

  /** Starts the program. @returns once no process is left */
  run(): Promise<void> {
    this.deadline = setTimeout(() => this.end('time'), this.options.setup.seconds * 1000);
    this.ask(null, this.options.clock.now());
    return this.allGone;
  }

  /** Ends every process, now. @returns once none is left */
  end(by: TreeEnd): Promise<void> {
    if (this.endedBy === null) {
      this.endedBy = by;
      this.endedAt = this.options.clock.now();
      this.cap.close();
      clearTimeout(this.deadline);
      for (const { record, handle } of this.members) if (record.endedAt === null) killNow(record, handle);
      this.noticeGone();
    }
    return this.allGone;
  }

  /** The only way to a process. */
  private ask(parent: Member | null, askedAt: number): Refusal | null {
    const depth = parent === null ? 0 : parent.record.depth + 1;
    const refusal = this.cap.take(depth);
    if (refusal !== null) return refusal;
    const startedAt = this.options.clock.now();
    const record = newRecord({
      index: this.records.length,
      parent: parent?.record.index ?? null,
      depth,
      askedAt: Math.min(askedAt, startedAt),
      startedAt,
    });
    const member: Member = { record, handle: null, call: null, closed: false };
    this.records.push(record);
    this.members.push(member);
    this.alive++;
    this.start(member);
    return null;
  }

  private start(member: Member): void {
    const { clock, setup, program, start } = this.options;
    const { record } = member;
    const name = record.parent === null ? 'Poolscope program' : `Poolscope child ${record.index}`;
    try {
      member.handle = start(name, {
        onSpawn: (pid) => {
          record.pid = pid;
        },
        onMessage: (raw) => this.receive(member, raw),
        onOutput: () => undefined,
        onExit: (code) => this.exited(member, code),
      });
    } catch {
      // The operating system gives no more: it has never been there.
      queueMicrotask(() => this.exited(member, null));
      return;
    }
    // Ended in the same breath: it must not be forgotten.
    if (this.endedBy !== null) killNow(record, member.handle);
    const { guard, workers, seconds } = setup;
    post(member, {
      type: 'init',
      clockBase: String(clock.base),
      isWorker: record.parent !== null,
      guard,
      workers,
      program,
      lifetimeMs: seconds * 1000 + LIFETIME_MORE_MS,
    });
  }

  private receive(member: Member, raw: unknown): void {
    const { record } = member;
    if (record.endedAt !== null || this.endedBy !== null) return;
    const message = checkProgramMessage(raw);
    // It is not one of ours, or no longer.
    if (message === null) killNow(record, member.handle);
    else this.hear(member, message);
    this.noticeStandstill();
  }

  private hear(member: Member, message: FromProgram): void {
    const { record } = member;
    switch (message.type) {
      case 'up':
        this.step(record, 'import', message.at);
        break;
      case 'ask':
        this.answer(member, message.at);
        break;
      case 'imported':
        // The program's own import is all that it does.
        if (record.parent === null) break;
        this.step(record, 'ready', message.at);
        this.deal(member);
        break;
      case 'raised':
        record.raised ??= { name: message.name, message: message.message };
        this.step(record, 'error', message.at);
        break;
      case 'call':
        member.call = new PoolCall(message.name, message.items);
        this.step(record, 'map', message.at);
        for (const child of this.childrenOf(member)) this.deal(child);
        break;
      case 'result':
        this.takeResult(member, message);
        break;
      case 'close':
        member.closed = true;
        for (const child of this.childrenOf(member)) this.deal(child);
        break;
      case 'leaving':
        record.exitCode = message.code;
        post(member, { type: 'exit', code: message.code });
    }
  }

  private answer(member: Member, at: number): void {
    const { record } = member;
    if (record.steps.at(-1)?.step === 'import') this.step(record, 'start', at);
    const refusal = this.ask(member, at);
    if (refusal === null) {
      post(member, { type: 'granted' });
      return;
    }
    this.refusals++;
    this.refusedFor.add(refusal);
    if (record.refused === null) {
      record.refused = { at: this.options.clock.now(), why: refusal };
      this.step(record, 'refused', record.refused.at);
    }
    post(member, { type: 'refused' });
  }

  /** Gives an idle worker its next task, or lets it go. */
  private deal(member: Member): void {
    const { record } = member;
    const parent = record.parent === null ? undefined : this.members[record.parent];
    if (parent === undefined || !isIdle(record)) return;
    const task = parent.call?.deal() ?? null;
    if (task !== null) {
      record.tasks.push({ begin: this.options.clock.now(), end: Number.NaN });
      post(member, { type: 'task', name: parent.call?.name ?? '', ...task });
    } else if (parent.closed && record.exitCode === null) {
      record.exitCode = 0;
      post(member, { type: 'exit', code: 0 });
    }
  }

  private takeResult(member: Member, { index, value, begin, end }: Extract<FromProgram, { type: 'result' }>): void {
    const { record } = member;
    const parent = record.parent === null ? undefined : this.members[record.parent];
    if (parent === undefined || record.tasks.length > MOST_TASKS || isIdle(record)) return;
    record.tasks[record.tasks.length - 1] = { begin, end: Math.max(begin, end) };
    const values = parent.call?.take(index, value) ?? null;
    if (values !== null) post(parent, { type: 'results', values });
    this.deal(member);
  }

  private childrenOf({ record }: Member): readonly Member[] {
    return this.members.filter((other) => other.record.parent === record.index && other.record.endedAt === null);
  }

  /** What a process says of the time is believed as far as it can be true. */
  private step({ steps }: ProcessRecord, step: Step, at: number): void {
    const last = steps.at(-1);
    if (last?.step === step || steps.length >= MOST_STEPS) return;
    steps.push({ step, at: Math.max(last?.at ?? 0, Math.min(at, this.options.clock.now())) });
  }

  private exited(member: Member, code: number | null): void {
    const { record } = member;
    if (record.endedAt !== null) return;
    record.endedAt = this.options.clock.now();
    record.exitCode ??= record.killed ? null : code;
    this.alive--;
    if (this.endedBy !== null) {
      this.noticeGone();
      return;
    }
    const parent = record.parent === null ? undefined : this.members[record.parent];
    if (parent === undefined) void this.end(record.exitCode === 0 ? 'itself' : 'broken');
    else post(parent, { type: 'child-ended' });
    this.noticeStandstill();
  }

  private noticeGone(): void {
    if (this.alive === 0) this.gone();
  }

  /** Once a start was refused, nothing more happens as soon as all who are left wait. */
  private noticeStandstill(): void {
    if (this.endedBy !== null || this.refusals === 0) return;
    const moves = this.records.some(
      ({ endedAt, steps }) => endedAt === null && !WAITS.has(steps.at(-1)?.step ?? 'boot'),
    );
    if (!moves) void this.end('cap');
  }
}

function post({ handle }: Member, message: ToProgram): void {
  handle?.post(message);
}

const WAITS: ReadonlySet<Step> = new Set<Step>(['refused', 'map', 'ready']);

const isIdle = ({ steps, tasks }: ProcessRecord): boolean =>
  steps.at(-1)?.step === 'ready' && !Number.isNaN(tasks.at(-1)?.end ?? 0);

function killNow(record: ProcessRecord, handle: Member['handle']): void {
  record.killed = true;
  handle?.kill();
}
