/** Measures what this machine's pool costs, by real runs that the window does not see, and keeps the latest figures. */
import { type BreakEvenProgress, COSTS_VERSION, type Costs } from '../../shared/break-even/costs';
import { type EngineName, SCENARIO_VERSION, type Scenario, scenarioSchema } from '../../shared/scenario';
import type { Run } from '../run/run';
import type { CostsFile } from './costs-file';
import { costsFrom } from './costs-from';
import { type Reading, readRun } from './reading';
import { measuringSteps, type Step } from './steps';

/** What is needed of the window's runs. */
export interface MeasuredRuns {
  readonly isBusy: boolean;
  runUnseen(scenario: Scenario, busyWith?: string): Promise<Run>;
  stopCurrent(): void;
  /** Nobody else runs anything until it is let go of. */
  hold(busyWith: string): () => void;
}

export interface BreakEvenParts {
  readonly runs: MeasuredRuns;
  readonly file: Pick<CostsFile, 'read' | 'write'>;
  readonly machine: Costs['machine'];
  readonly engine: EngineName;
  /** How many cores are busy while nothing of this is under way. */
  busyCores(): Promise<number>;
  /** Left out: the clock of this process, in ms. */
  now?(): number;
  send(progress: BreakEvenProgress): void;
}

const ROUNDS = 2;
/** No further round is begun where the first one took so long that all might take more than a minute. */
const MOST_FIRST_MS = 22_000;
const BUSY = 'This machine is being measured; cancel that in the break-even lab first.';

export class BreakEvenService {
  private costs: Costs | null;
  private running = false;
  private cancelled = false;
  private done = 0;
  private total = 0;
  private doing = '';
  private message: string | null = null;

  constructor(private readonly parts: BreakEvenParts) {
    this.costs = parts.file.read();
  }

  get progress(): BreakEvenProgress {
    const { running, done, total, doing, message, costs } = this;
    return { type: 'break-even', running, done, total, doing, message, costs };
  }

  /** Starts it; news follow as events. @throws Error while a run is under way */
  start(): void {
    if (this.running || this.parts.runs.isBusy) throw new Error('A run is under way; stop it first.');
    const letGo = this.parts.runs.hold(BUSY);
    const steps = measuringSteps(this.parts.machine.cores);
    this.running = true;
    this.cancelled = false;
    this.message = null;
    this.done = 0;
    this.total = steps.length * ROUNDS;
    void this.measure(steps, letGo);
  }

  /** The run under way is stopped; the figures of before stay. */
  cancel(): void {
    if (!this.running) return;
    this.cancelled = true;
    this.parts.runs.stopCurrent();
  }

  private async measure(steps: readonly Step[], letGo: () => void): Promise<void> {
    const { now = () => performance.now() } = this.parts;
    const begin = now();
    const tookMs = (): number => now() - begin;
    try {
      this.doing = 'What other programs do';
      this.tell();
      const before = await this.parts.busyCores();
      const readings = new Map<string, Reading[]>();
      for (let round = 0; round < ROUNDS && (round === 0 || tookMs() < MOST_FIRST_MS); round++) {
        for (const step of steps) await this.take(step, readings);
      }
      this.total = this.done;
      const after = await this.parts.busyCores();
      if (this.cancelled) throw new Error('Cancelled.');
      await this.keep(readings, { tookMs: tookMs(), otherBusyCores: Math.max(before, after) });
    } catch (error) {
      // Cancelled, or somebody was quicker and has started another run, or the figures cannot be written.
      this.message = this.cancelled ? 'Cancelled.' : error instanceof Error ? error.message : String(error);
    }
    letGo();
    this.running = false;
    this.tell();
  }

  private async take(step: Step, readings: Map<string, Reading[]>): Promise<void> {
    this.doing = step.doing;
    this.tell();
    if (this.cancelled) throw new Error('Cancelled.');
    const reading = readRun(await this.parts.runs.runUnseen(this.scenarioOf(step), BUSY));
    readings.set(step.id, [...(readings.get(step.id) ?? []), reading]);
    this.done++;
  }

  private scenarioOf({ doing, draft: { serial = false, ...draft } }: Step): Scenario {
    const engine = serial ? 'serial' : this.parts.engine;
    return scenarioSchema.parse({ version: SCENARIO_VERSION, name: doing, engine, ...draft });
  }

  private async keep(
    readings: ReadonlyMap<string, Reading[]>,
    circumstances: Pick<Costs, 'tookMs' | 'otherBusyCores'>,
  ): Promise<void> {
    const { machine, file } = this.parts;
    this.costs = {
      version: COSTS_VERSION,
      takenAt: Date.now(),
      machine,
      ...circumstances,
      ...costsFrom(readings, machine.cores),
    };
    await file.write(this.costs);
  }

  private tell(): void {
    this.parts.send(this.progress);
  }
}
