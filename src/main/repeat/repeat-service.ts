/** Runs one scenario, or two in turn, again and again, and keeps what each run came to. The window sees none of them. */
import type { RepeatedRun, RepeatProgress, RepeatRequest } from '../../shared/repeat';
import { runFigures } from '../../shared/run-figures';
import type { Scenario } from '../../shared/scenario';
import type { Run } from '../run/run';

/** What is needed of the window's runs. */
export interface UnseenRuns {
  readonly isBusy: boolean;
  runUnseen(scenario: Scenario): Promise<Run>;
  stopCurrent(): void;
}

export class RepeatService {
  private series: RepeatedRun[][] = [];
  private done = 0;
  private total = 0;
  private running = false;
  private cancelled = false;
  private message: string | null = null;

  constructor(
    private readonly runs: UnseenRuns,
    private readonly send: (progress: RepeatProgress) => void,
  ) {}

  /** Starts them; news follow as events. @throws Error while another run is under way */
  start(request: RepeatRequest): void {
    if (this.running || this.runs.isBusy) throw new Error('A run is under way; stop it first.');
    const { scenarios, times, warmUp } = request;
    this.running = true;
    this.cancelled = false;
    this.message = null;
    this.done = 0;
    this.total = scenarios.length * (times + (warmUp ? 1 : 0));
    this.series = scenarios.map(() => []);
    this.tell();
    void this.runAll(request);
  }

  /** The run under way is stopped and does not count; those before it stay. */
  cancel(): void {
    if (!this.running) return;
    this.cancelled = true;
    this.runs.stopCurrent();
  }

  private async runAll({ scenarios, times, warmUp }: RepeatRequest): Promise<void> {
    try {
      for (let round = warmUp ? 0 : 1; round <= times && this.message === null; round++) {
        for (const [index, scenario] of scenarios.entries()) {
          await this.runOne(scenario, round === 0 ? null : (this.series[index] ?? []));
          if (this.message !== null) break;
        }
      }
    } catch (error) {
      // Somebody was quicker and has started another run, or a run could not even be made.
      this.message = error instanceof Error ? error.message : String(error);
    }
    this.running = false;
    this.tell();
  }

  /** @param into null: a warm-up, which does not count */
  private async runOne(scenario: Scenario, into: RepeatedRun[] | null): Promise<void> {
    if (!this.cancelled) {
      const run = repeated(await this.runs.runUnseen(scenario));
      if (run.status === 'refused') this.message = run.message ?? 'The scenario was refused.';
      if (!this.cancelled) {
        this.done++;
        into?.push(run);
      }
    }
    if (this.cancelled) this.message = `Cancelled after ${this.done} of ${this.total} runs.`;
    else this.tell();
  }

  private tell(): void {
    const { running, done, total, message } = this;
    this.send({ type: 'repeat', running, done, total, series: this.series.map((runs) => [...runs]), message });
  }
}

function repeated(run: Run): RepeatedRun {
  const { status, message, calledAt, returnedAt, hub } = run;
  const summary = run.summary();
  if (status !== 'completed' || calledAt === null || returnedAt === null || hub === null) {
    return { status, message: message ?? 'The run did not come to its end.', figures: null };
  }
  const { table, workers } = hub;
  const figures = runFigures({
    summary,
    calledAt,
    endedAt: returnedAt,
    workers,
    columns: table.columns,
    rows: table.length,
  });
  return { status, message, figures };
}
