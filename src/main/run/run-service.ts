/** The window's runs: one at a time, streamed as events. Sends the next batch only when the window took the last. */
import { setTimeout as after } from 'node:timers/promises';
import type { RunEvent } from '../../shared/run-events';
import type { Scenario } from '../../shared/scenario';
import { engineFor } from '../engines/registry';
import { Run } from './run';

/** At most one batch a frame. */
const FRAME_MS = 16;

export class RunService {
  private runs = 0;
  private current: { readonly id: number; readonly run: Run } | null = null;
  private busy = false;
  private acknowledged = true;

  constructor(private readonly send: (event: RunEvent) => void) {}

  /** @returns the run's id @throws Error while another run is under way */
  start(scenario: Scenario): number {
    if (this.busy) throw new Error('A run is under way; stop it first.');
    const id = ++this.runs;
    const run = new Run({ scenario, engine: engineFor(scenario.engine, scenario.pool) });
    this.current = { id, run };
    this.busy = true;
    this.acknowledged = true;
    this.send({
      type: 'started',
      runId: id,
      scenario,
      tasks: run.tasks,
      chunksize: run.chunksize,
      mainPid: process.pid,
      epochMs: run.clock.epochMs,
    });
    void this.follow(id, run);
    return id;
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
    if (this.current?.id === id) this.acknowledged = true;
  }

  /** Ends whatever runs; resolves when no worker is left. */
  async shutDown(): Promise<void> {
    if (this.busy) await this.current?.run.kill();
  }

  private async follow(id: number, run: Run): Promise<void> {
    let going = true;
    const ended = run.go((at) => this.send({ type: 'called', runId: id, at }));
    const streaming = this.stream(id, run, () => going);
    const summary = await ended;
    going = false;
    await streaming;
    this.busy = false;
    const { status, message, returnedAt } = run;
    this.send({ type: 'ended', runId: id, at: returnedAt ?? run.clock.now(), status, message, summary });
  }

  private async stream(id: number, run: Run, going: () => boolean): Promise<void> {
    while (going()) {
      await after(FRAME_MS);
      if (this.acknowledged) this.flush(id, run);
    }
    // The rest goes out whether or not the window has kept up: after this there is nothing more to come.
    this.flush(id, run);
  }

  private flush(id: number, run: Run): void {
    const { cost, hub, clock } = run;
    cost.timed(() => {
      const batch = hub?.takeBatch(id, clock.now(), cost.spentNs);
      if (batch === null || batch === undefined) return;
      this.acknowledged = false;
      this.send(batch);
    });
  }
}
