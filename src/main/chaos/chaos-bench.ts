/** The chaos bench: runs a scenario without faults, then with the same faults under each policy, one after the other. */
import {
  CHAOS_POLICIES,
  type ChaosFigures,
  type ChaosProgress,
  type ChaosRequest,
  type ChaosRow,
} from '../../shared/chaos';
import { taskCount } from '../../shared/generate-items';
import type { RunStatus } from '../../shared/run-events';
import { anLoop, isLoop, isThread, type LostPolicy, type Scenario } from '../../shared/scenario';
import type { EndedRun, RunService } from '../run/run-service';
import { type Fault, faultSchedule } from './fault-schedule';

/** A run that ended so is the last one. */
const LAST: ReadonlySet<RunStatus> = new Set(['stopped', 'killed', 'refused']);

export class ChaosBench {
  private rows: ChaosRow[] = [];
  private running = false;
  private cancelled = false;

  constructor(
    private readonly runs: RunService,
    private readonly send: (progress: ChaosProgress) => void,
  ) {}

  /** Starts it; news follow as events. @throws Error saying why it cannot be started */
  start(request: ChaosRequest): void {
    refuse(request);
    if (this.running || this.runs.isBusy) throw new Error('A run is under way; stop it first.');
    this.running = true;
    this.cancelled = false;
    this.rows = CHAOS_POLICIES.map((policy) => ({ policy, state: 'waiting', figures: null }));
    void this.runAll(request);
  }

  /** The run under way is stopped, the others are left out. */
  cancel(): void {
    if (!this.running) return;
    this.cancelled = true;
    this.runs.stopCurrent();
  }

  private async runAll({ scenario, faults, kind, seed }: ChaosRequest): Promise<void> {
    const schedule = faultSchedule(kind, faults, taskCount(scenario), seed);
    for (const [index, { policy }] of this.rows.entries()) {
      this.change(index, { state: 'running' });
      const ended = await this.attempt(under(scenario, policy), policy === null ? [] : schedule);
      // Who stops one run by hand wants no more of them; what is refused once always is.
      if (ended === null || LAST.has(ended.status)) this.cancelled = true;
      if (ended === null || this.cancelled) {
        this.change(index, { state: 'left out' });
        break;
      }
      this.change(index, { state: 'ended', figures: figuresOf(ended) });
    }
    this.rows = this.rows.map((row) => (row.state === 'waiting' ? { ...row, state: 'left out' } : row));
    this.running = false;
    this.tell();
  }

  /** @returns null when the run could not be started */
  private async attempt(scenario: Scenario, faults: readonly Fault[]): Promise<EndedRun | null> {
    try {
      return await this.runs.run(scenario, faults);
    } catch {
      // Somebody was quicker and has started another run.
      return null;
    }
  }

  private change(index: number, change: Partial<ChaosRow>): void {
    this.rows = this.rows.map((row, at) => (at === index ? { ...row, ...change } : row));
    this.tell();
  }

  private tell(): void {
    this.send({ type: 'chaos', running: this.running, rows: this.rows });
  }
}

function refuse({ scenario, kind }: ChaosRequest): void {
  const { engine, pool } = scenario;
  if (isLoop(engine)) throw new Error(`engine: expected an engine with workers, ${anLoop(engine)} has none to hit`);
  if (kind !== 'stop') return;
  if (isThread(engine)) throw new Error('engine: expected one with processes, a thread cannot be stopped alone');
  if (process.platform === 'win32') throw new Error('Windows cannot stop a process; choose kill.');
  if (pool.taskTimeoutMs === null) {
    throw new Error('pool.taskTimeoutMs: expected a task timeout, since a stopped worker does nothing for ever');
  }
}

/** The run without faults keeps the scenario's own policy: it makes no difference there. */
function under(scenario: Scenario, policy: LostPolicy | null): Scenario {
  if (policy === null) return scenario;
  return { ...scenario, pool: { ...scenario.pool, onWorkerLost: policy } };
}

function figuresOf({ summary, delivered, faults, lostToDeaths }: EndedRun): ChaosFigures {
  const { submitted, failed, lost, retried } = summary.tasks;
  return { submitted, delivered, failed, lost, repeated: retried, faults, lostToDeaths, wallMs: summary.wallMs };
}
