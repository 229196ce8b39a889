/** The window's runs: one at a time, streamed as events. Sends the next batch only when the window took the last. */
import { setTimeout as after } from 'node:timers/promises';
import { NO_ANNOTATIONS } from '../../shared/annotations';
import type { RunEvent, RunStatus } from '../../shared/run-events';
import { LIVE } from '../../shared/run-source';
import type { Scenario } from '../../shared/scenario';
import type { Summary } from '../../shared/summary';
import type { Fault } from '../chaos/fault-schedule';
import { engineFor } from '../engines/registry';
import { OutputLog } from './output-log';
import { Run } from './run';

/** At most one batch every other frame: what is drawn between two of them is the clock going on. */
const BATCH_MS = 33;

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
  readonly output: OutputLog;
}

export class RunService {
  private current: CurrentRun | null = null;
  /** A run that the window is not shown. */
  private unseen: Run | null = null;
  private busy = false;
  /** Batches, of telemetry and of output, that the window has not taken yet. */
  private unacknowledged = 0;

  /** @param nextId a number that no other run of the window has */
  constructor(
    private readonly send: (event: RunEvent) => void,
    private readonly nextId: () => number,
  ) {}

  get isBusy(): boolean {
    return this.busy;
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
   * @throws Error while another run is under way
   */
  async runUnseen(scenario: Scenario): Promise<Run> {
    if (this.busy) throw new Error('A run is under way; stop it first.');
    const run = new Run({ scenario, engine: engineFor(scenario.engine, scenario.pool), keepResults: false });
    this.unseen = run;
    this.busy = true;
    try {
      await run.go();
    } finally {
      this.unseen = null;
      this.busy = false;
    }
    return run;
  }

  /** Stops the run that is under way, if there is one. */
  stopCurrent(): void {
    if (this.busy) (this.unseen ?? this.current?.run)?.stop();
  }

  private begin(scenario: Scenario, faults: readonly Fault[]): { id: number; ended: Promise<EndedRun> } {
    if (this.busy) throw new Error('A run is under way; stop it first.');
    const id = this.nextId();
    const output = new OutputLog();
    const run = new Run({
      scenario,
      engine: engineFor(scenario.engine, scenario.pool),
      faults,
      onOutput: (worker, stream, text) => {
        output.add(worker, stream, text);
        if (!this.busy) void this.sendLastWords(id);
      },
    });
    const current = { id, run, output };
    this.current = current;
    this.busy = true;
    this.unacknowledged = 0;
    this.send({
      type: 'started',
      runId: id,
      scenario,
      title: scenario.name,
      tasks: run.tasks,
      chunksize: run.chunksize,
      mainPid: process.pid,
      epochMs: run.clock.epochMs,
      source: LIVE,
      beside: false,
      annotations: NO_ANNOTATIONS,
    });
    return { id, ended: this.follow(current) };
  }

  /** The run with this id. @throws Error when it is not the one that is kept */
  get(id: number): Run {
    if (this.current?.id !== id) throw new Error(`Run ${id} is no longer kept.`);
    return this.current.run;
  }

  /** Changes the number of workers of a run that is under way. @throws Error saying why it cannot be changed */
  resize(id: number, processes: number): void {
    const run = this.get(id);
    run.resize(processes);
    this.send({ type: 'resized', runId: id, at: run.clock.now(), processes });
  }

  /** The window has taken the last batch. */
  ack(id: number): void {
    if (this.current?.id === id && this.unacknowledged > 0) this.unacknowledged--;
  }

  /** Ends whatever runs; resolves when no worker is left. */
  async shutDown(): Promise<void> {
    if (this.busy) await (this.unseen ?? this.current?.run)?.kill();
  }

  private async follow(current: CurrentRun): Promise<EndedRun> {
    const { id, run } = current;
    let going = true;
    const ended = run.go((at) => this.send({ type: 'called', runId: id, at }));
    const streaming = this.stream(current, () => going);
    const summary = await ended;
    going = false;
    await streaming;
    this.busy = false;
    const { status, message, returnedAt } = run;
    this.send({ type: 'ended', runId: id, at: returnedAt ?? run.clock.now(), status, message, summary });
    const { faultsHit: faults, lostToDeaths } = run;
    return { status, summary, delivered: run.results.deliveredCount, faults, lostToDeaths };
  }

  private async stream(current: CurrentRun, going: () => boolean): Promise<void> {
    while (going()) {
      await after(BATCH_MS);
      if (this.unacknowledged === 0) this.flush(current);
    }
    // The rest goes out whether or not the window has kept up: after this only last words can come.
    this.flush(current);
  }

  private flush({ id, run, output }: CurrentRun): void {
    const { cost, hub, clock } = run;
    cost.timed(() => {
      const batch = hub?.takeBatch(id, clock.now(), cost.spentNs);
      if (batch === null || batch === undefined) return;
      this.unacknowledged++;
      this.send(batch);
    });
    // After the telemetry: it tells whose output this is.
    this.sendOutput(id, output);
  }

  private sendOutput(id: number, output: OutputLog): void {
    if (output.isEmpty) return;
    this.unacknowledged++;
    this.send({ type: 'output', runId: id, entries: output.take() });
  }

  /** A worker's pipe can be read to its end after its exit, and so after the run's: at most what the pipe held. */
  private async sendLastWords(id: number): Promise<void> {
    await after(BATCH_MS);
    if (this.current?.id === id) this.sendOutput(id, this.current.output);
  }
}
