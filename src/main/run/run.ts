/**
 * One run of a scenario: boots the engine's workers, makes the call that the scenario names, and sums up. The window
 * and the command line both run scenarios through here.
 */
import { defaultChunksize, IMAP_CHUNKSIZE } from '../../shared/chunking';
import { scenarioItems } from '../../shared/generate-items';
import type { RunStatus } from '../../shared/run-events';
import { isLoop, isThread, type Scenario } from '../../shared/scenario';
import { type RunUsage, type Summary, summarize, type TaskFailure } from '../../shared/summary';
import { TaskTable } from '../../shared/task-table';
import type { WorkerRecord } from '../../shared/telemetry';
import { FaultInjector } from '../chaos/fault-injector';
import type { Fault } from '../chaos/fault-schedule';
import { type Clock, startClock } from '../clock';
import type { Engine } from '../engines/engine';
import { CancelledError, ModuleError } from '../pool/errors';
import { observedBy, type PoolObserver } from '../pool/observer';
import type { PoolCounts } from '../pool/pool';
import { TelemetryHub } from '../telemetry/hub';
import { ObserverCost } from '../telemetry/observer-cost';
import { sampleProcesses } from '../telemetry/process-sampler';
import { carriesPayload } from './function-spec';
import { LoopRunner } from './loop-runner';
import { PoolRunner } from './pool-runner';
import { Results } from './results';
import type { Runner } from './runner';
import { SharedState } from './shared-state';
import { SharedTally } from './shared-tally';
import { UsageMeter } from './usage-meter';

export interface RunOptions {
  readonly scenario: Scenario;
  readonly engine: Engine;
  /** false: nothing is recorded, to measure what recording costs. */
  readonly telemetry?: boolean;
  /** false: results are let go as they come in; a million of them need not fit into memory. */
  readonly keepResults?: boolean;
  /** Faults to hit the workers with, in the order in which they are due. */
  readonly faults?: readonly Fault[];
  onOutput?(worker: number, stream: 'stdout' | 'stderr', text: string): void;
}

/** How many errors a summary lists; all are counted. */
const MOST_ERRORS = 1000;

export class Run {
  readonly clock: Clock = startClock();
  readonly hub: TelemetryHub | null;
  /** What recording costs this process. */
  readonly cost = new ObserverCost(this.clock.now);
  readonly results: Results;
  readonly scenario: Scenario;
  readonly tasks: number;
  /** Items per chunk that the call uses. */
  readonly chunksize: number;
  /** null until the call is made, and until it has returned; ns since the clock base. */
  calledAt: number | null = null;
  returnedAt: number | null = null;
  status: RunStatus = 'completed';
  message: string | null = null;

  /** What the call is made with, one a task, before anything rides along. */
  readonly items: readonly unknown[];

  /** What workers share with this process besides messages. */
  readonly shared: SharedState;
  private readonly runner: Runner;
  private readonly injector: FaultInjector;
  private readonly errors: TaskFailure[] = [];
  private readonly pids = new Set<number>();
  /** What completed tasks have counted in shared memory. */
  private readonly tally: SharedTally;
  private readonly stopSampling: () => void;
  /** null: nothing is recorded. */
  private readonly meter: UsageMeter | null;

  constructor(private readonly options: RunOptions) {
    const { scenario, engine } = options;
    const items = scenarioItems(scenario);
    this.scenario = scenario;
    this.items = items;
    this.tasks = items.length;
    const { kind, resultBytes } = scenario.payload;
    this.results = new Results(!isLoop(scenario.engine) && carriesPayload(kind, resultBytes));
    this.chunksize = chunksizeOf(scenario, items.length);
    this.hub = options.telemetry === false ? null : new TelemetryHub();
    this.injector = new FaultInjector(options.faults ?? [], (fault, worker) => this.hit(fault, worker));
    this.shared = new SharedState(scenario);
    this.tally = new SharedTally(scenario);
    const { clock, chunksize } = this;
    const parts = { scenario, items, chunksize, engine, clock, shared: () => this.shared.names };
    const observer = observedBy(
      this.facts(),
      this.injector,
      ...(this.hub === null ? [] : [this.cost.observing(this.hub)]),
    );
    this.runner = isLoop(scenario.engine) ? new LoopRunner(parts, observer) : new PoolRunner(parts, observer);
    const threads = isLoop(scenario.engine) || isThread(scenario.engine);
    this.meter = this.hub === null ? null : new UsageMeter(this.sampled(engine), this.hub.workers, threads);
    this.stopSampling =
      this.hub === null ? () => undefined : sampleProcesses(this.sampled(engine), this.hub, this.clock);
  }

  get counts(): Readonly<PoolCounts> {
    return this.runner.counts;
  }

  /** Runs to the end and leaves no worker behind. Never rejects for a task's sake; see `status`. */
  async go(onCalled: (at: number) => void = () => undefined): Promise<Summary> {
    try {
      await this.shared.make();
      await this.runner.ready();
      await this.meter?.begin();
      // Stopped while the workers booted: the call is never made.
      if (this.status !== 'completed') throw new CancelledError('Stopped before the call');
      this.calledAt = this.clock.now();
      onCalled(this.calledAt);
      await this.runner.call();
      this.returnedAt = this.clock.now();
      await this.meter?.end();
      await this.runner.close();
    } catch (error) {
      this.returnedAt ??= this.clock.now();
      if (this.status === 'completed') {
        this.status = error instanceof ModuleError ? 'refused' : 'broken';
        this.message = error instanceof Error ? error.message : String(error);
      }
      await this.runner.terminate();
    } finally {
      this.stopSampling();
      this.shared.release();
    }
    return this.summary();
  }

  stop(): void {
    if (this.status !== 'completed' || this.returnedAt !== null) return;
    this.status = 'stopped';
    this.message = 'Stopped; tasks that had not started were cancelled.';
    this.runner.stop();
  }

  async kill(): Promise<void> {
    if (this.returnedAt === null) {
      this.status = 'killed';
      this.message = 'Killed; every worker was ended at once.';
    }
    await this.runner.terminate();
  }

  /** Kills one worker, as a fault: the scenario's policy decides. @returns false when there is none to kill */
  killWorker(index: number): boolean {
    return this.returnedAt === null && this.runner.killWorker(index);
  }

  /** Changes the number of workers, also while they boot. @throws Error saying why it cannot be changed */
  resize(processes: number): void {
    if (this.status !== 'completed' || this.returnedAt !== null) {
      throw new Error('The run is over or was stopped: its pool keeps its size.');
    }
    this.runner.resize(processes);
  }

  summary(withResults = false): Summary {
    const { submitted, completed, failed, lost, retried } = this.runner.counts;
    const table = this.hub?.table ?? new TaskTable();
    return summarize(
      {
        scenario: this.scenario,
        finished: this.status === 'completed' && this.returnedAt !== null,
        mainPid: process.pid,
        pids: [...this.pids],
        chunksize: this.chunksize,
        tasks: { submitted, completed, failed, lost, retried },
        wallNanos: (this.returnedAt ?? this.clock.now()) - (this.calledAt ?? this.returnedAt ?? 0),
        maxQueueDepth: this.runner.maxQueueDepth,
        errors: this.errors,
        counter: this.tally.count(this.shared.numbers),
        usage: this.usage(),
        ...(withResults ? { results: this.results.inDeliveryOrder() } : {}),
        dropped: this.hub?.dropped ?? 0,
      },
      table.columns,
      table.length,
    );
  }

  private usage(): RunUsage | undefined {
    const usage = this.meter?.usage;
    const { loopWorkedNs = null } = this.runner;
    return usage === undefined || loopWorkedNs === null ? usage : { ...usage, loopMs: loopWorkedNs / 1e6 };
  }

  /** The engine, the time to ask it for usage counted as a cost of observing. */
  private sampled(engine: Engine): Engine {
    return { ...engine, usage: (pids) => this.cost.timed(() => engine.usage(pids)) };
  }

  /** Faults that have hit a worker so far. */
  get faultsHit(): number {
    return this.injector.hits;
  }

  /** Tasks without a result because a worker died. */
  get lostToDeaths(): number {
    return this.injector.lostToDeaths;
  }

  private hit({ kind }: Fault, { index, pid }: WorkerRecord): boolean {
    if (kind === 'kill') return this.runner.killWorker(index);
    if (pid === null) return false;
    try {
      return process.kill(pid, 'SIGSTOP');
    } catch {
      // Gone a moment ago.
      return false;
    }
  }

  private noteError(task: number, error: Error): void {
    if (error instanceof CancelledError || this.errors.length >= MOST_ERRORS) return;
    this.errors.push({ task, name: error.name, message: error.message, stack: error.stack ?? '' });
  }

  /** What a summary needs whether or not telemetry is on. */
  private facts(): Partial<PoolObserver> {
    const { keepResults = true } = this.options;
    const delivered = (first: number, count: number): void => {
      for (let task = first; task < first + count; task++) this.results.deliver(task);
    };
    return {
      workerChanged: ({ pid }) => {
        if (pid !== null) this.pids.add(pid);
      },
      taskEnded: (task, result) => {
        if (keepResults) this.results.set(task, result);
        if (!result.ok) this.noteError(task, result.error);
        else this.tally.add(task, Number(this.items[task]));
      },
      ...(keepResults ? { delivered } : {}),
      output: (worker, stream, text) => this.options.onOutput?.(worker, stream, text),
    };
  }
}

/** Items per chunk: the scenario's own, or what Python would choose for its method. */
export function chunksizeOf({ call, pool, engine }: Scenario, tasks: number): number {
  if (isLoop(engine) || call.method === 'apply' || call.method === 'apply-async') return 1;
  if (call.chunksize !== null) return call.chunksize;
  const lazy = call.method === 'imap' || call.method === 'imap-unordered';
  return lazy ? IMAP_CHUNKSIZE : defaultChunksize(tasks, pool.processes);
}
