/**
 * The window's runs and experiments: one at a time, streamed as events. Sends the next batch only when the window took
 * the last.
 */
import type { Experiment } from '../../shared/experiments';
import type { RunEvent, RunStatus } from '../../shared/run-events';
import type { Scenario } from '../../shared/scenario';
import type { Summary } from '../../shared/summary';
import type { Fault } from '../chaos/fault-schedule';
import { engineFor } from '../engines/registry';
import type { ExperimentRun } from '../experiments/experiment-run';
import { followExperiment } from '../experiments/follow-experiment';
import { experimentTitle, makeExperiment } from '../experiments/registry';
import { Run } from './run';
import { type Tap, tapRun } from './tap-run';

/** At most one batch every other frame: what is drawn between two of them is the clock going on. */
const BATCH_MS = 33;
/** A window that does not keep up holds a recording up no longer than this. */
const MOST_WAIT_MS = 500;
const REPEATING = 'Runs are being repeated; cancel them in the Compare tab first.';

/** Keeps the events of a run besides the window. */
export interface RunKeeper {
  add(event: RunEvent): void;
}

/** What became of a run. */
export interface EndedRun {
  readonly status: RunStatus;
  readonly summary: Summary;
  /** Results that the caller got. */
  readonly delivered: number;
  /** Faults that hit a worker. */
  readonly faults: number;
  /** Tasks without a result because a worker died. */
  readonly lostToDeaths: number;
}

interface CurrentRun {
  readonly id: number;
  readonly run: Run;
  readonly tap: Tap;
}

export class RunService {
  private current: CurrentRun | null = null;
  /** What is under way, or was last; null: that is a run of tasks. */
  private experiment: { readonly id: number; readonly run: ExperimentRun } | null = null;
  /** A run that the window is not shown. */
  private unseen: Run | null = null;
  /** What to say to whoever would start another one meanwhile. */
  private unseenFor = '';
  /** Settles when what was started last has let go of everything: a while after its last worker is gone. */
  private over: Promise<unknown> = Promise.resolve();
  /** What to say to others while somebody makes several unseen runs in a row; null: nobody does. */
  private held: string | null = null;
  private lastId = 0;
  private busy = false;
  /** What starts one run after another must not go on while the app ends. */
  private closing = false;
  /** Batches, of telemetry and of output, that the window has not taken yet. */
  private unacknowledged = 0;
  private takenAtMs = 0;

  /**
   * @param nextId a number that no other run of the window has
   * @param keep called for each run that the window is shown; null: it is not kept
   */
  constructor(
    private readonly send: (event: RunEvent) => void,
    private readonly nextId: () => number,
    private readonly keep: (run: Run, id: number) => RunKeeper | null = () => null,
  ) {}

  get isBusy(): boolean {
    return this.busy || this.held !== null;
  }

  /**
   * Until it is let go of nothing runs but unseen runs with the same `busyWith`, also between two of them.
   * @returns what lets go @throws Error while a run is under way
   */
  hold(busyWith: string): () => void {
    this.refuseIfBusy();
    this.held = busyWith;
    return () => {
      this.held = null;
    };
  }

  /** @returns the run's id @throws Error while another run is under way */
  start(scenario: Scenario): number {
    return this.begin(scenario, []).id;
  }

  /** Starts a run and waits for its end. @param faults to hit its workers with */
  async run(scenario: Scenario, faults: readonly Fault[]): Promise<EndedRun> {
    return this.begin(scenario, faults).ended;
  }

  /**
   * Runs a scenario that the window is not shown, and waits for its end; no other run can be started meanwhile. What is
   * kept of the run before stays.
   * @param busyWith what to say to whoever would start another one meanwhile
   * @throws Error while another run is under way
   */
  async runUnseen(scenario: Scenario, busyWith = REPEATING): Promise<Run> {
    this.refuseIfBusy(busyWith);
    const run = new Run({ scenario, engine: engineFor(scenario.engine, scenario.pool), keepResults: false });
    this.unseen = run;
    this.unseenFor = busyWith;
    this.busy = true;
    try {
      const ending = run.go();
      this.over = ending;
      await ending;
    } finally {
      this.unseen = null;
      this.busy = false;
    }
    return run;
  }

  /** Stops the run that is under way, if there is one. */
  stopCurrent(): void {
    if (this.busy) this.under?.stop();
  }

  /** Starts an experiment. @returns its id @throws Error while something else is under way */
  startExperiment(experiment: Experiment): number {
    this.refuseIfBusy();
    const id = this.nextId();
    const run = makeExperiment(experiment);
    this.reset(id);
    // What was kept of the run before is not shown any more.
    this.current = null;
    const options = {
      runId: id,
      experiment,
      title: experimentTitle(experiment),
      ready: () => this.unacknowledged === 0,
    };
    this.over = followExperiment(run, options, (event) => {
      if (event.type === 'slices') this.unacknowledged++;
      if (event.type === 'ended') this.busy = false;
      this.send(event);
    });
    this.experiment = { id, run };
    return id;
  }

  /** Graceful. @throws Error when it is not the one that is kept */
  stop(id: number): void {
    this.find(id).stop();
  }

  /** Now. @throws Error when it is not the one that is kept */
  async kill(id: number): Promise<void> {
    await this.find(id).kill();
  }

  private begin(scenario: Scenario, faults: readonly Fault[]): { id: number; ended: Promise<EndedRun> } {
    this.refuseIfBusy();
    const id = this.nextId();
    const run: Run = new Run({
      scenario,
      engine: engineFor(scenario.engine, scenario.pool),
      faults,
      onOutput: (worker, stream, text) => tap.output(worker, stream, text),
    });
    const keeper = this.keep(run, id);
    this.reset(id);
    const ready = (): boolean => this.unacknowledged === 0 || (keeper !== null && this.isOverdue());
    const tap = tapRun(run, { runId: id, everyMs: BATCH_MS, ready }, (event) => {
      // Last words of a run before this one are not acknowledged.
      if (id === this.lastId && (event.type === 'telemetry' || event.type === 'output')) this.unacknowledged++;
      this.takenAtMs = performance.now();
      this.send(event);
      keeper?.add(event);
    });
    const current = { id, run, tap };
    this.current = current;
    this.experiment = null;
    const ended = this.follow(current);
    this.over = ended;
    return { id, ended };
  }

  /** @param by whoever has held it may go on */
  private refuseIfBusy(by: string | null = null): void {
    if (this.closing) throw new Error('Poolscope is closing.');
    if (this.held !== null && this.held !== by) throw new Error(this.held);
    if (this.unseen !== null) throw new Error(this.unseenFor);
    if (this.busy) throw new Error('A run is under way; stop it first.');
  }

  private reset(id: number): void {
    this.lastId = id;
    this.busy = true;
    this.unacknowledged = 0;
    this.takenAtMs = performance.now();
  }

  private isOverdue(): boolean {
    return performance.now() - this.takenAtMs >= MOST_WAIT_MS;
  }

  /** The run with this id. @throws Error when it is not the one that is kept */
  get(id: number): Run {
    if (this.experiment?.id === id) throw new Error('An experiment has no pool and no tasks.');
    if (this.current?.id !== id) throw new Error(`Run ${id} is no longer kept.`);
    return this.current.run;
  }

  /** Changes the number of workers of a run that is under way. @throws Error saying why it cannot be changed */
  resize(id: number, processes: number): void {
    this.get(id).resize(processes);
    this.current?.tap.resized(processes);
  }

  /** The window has taken the last batch. */
  ack(id: number): void {
    if (id === this.lastId && this.unacknowledged > 0) this.unacknowledged--;
  }

  /** Ends whatever runs, and starts nothing more; resolves when no worker is left, nor anything that they shared. */
  async shutDown(): Promise<void> {
    this.closing = true;
    if (this.busy) await this.under?.kill();
    // Whoever has started it hears of what went wrong.
    await this.over.catch(() => undefined);
  }

  /** What is under way, or was last. */
  private get under(): Run | ExperimentRun | undefined {
    return this.unseen ?? this.experiment?.run ?? this.current?.run;
  }

  private find(id: number): Run | ExperimentRun {
    return this.experiment?.id === id ? this.experiment.run : this.get(id);
  }

  private async follow({ run, tap }: CurrentRun): Promise<EndedRun> {
    const summary = await run.go(tap.called);
    this.busy = false;
    tap.ended(summary);
    const { status, faultsHit: faults, lostToDeaths } = run;
    return { status, summary, delivered: run.results.deliveredCount, faults, lostToDeaths };
  }
}
