/**
 * A race: contestants run one after the other, each a run of the window like any other, and of each a heat is kept. What
 * a contestant is nobody here knows: a scenario and a label.
 */
import type { RunStatus } from '../../../shared/run-events';
import type { Scenario } from '../../../shared/scenario';
import { ask } from '../../actions/ask';
import { heatOf } from '../../derive/race/heat';
import { factsStore } from '../../store';
import type { Facts, FactsStore } from '../../store/facts';
import { inSequence } from '../../store/sequence';
import { askedRace, createRaceStore, noRace, type RaceOrder, type RaceStore } from './race-store';

export interface RaceParts {
  readonly facts: FactsStore;
  /** @returns the run's id; null: it may not run. @throws Error with one sentence */
  start(scenario: Scenario): Promise<number | null>;
  stop(runId: number): Promise<void>;
}

const WINDOW: RaceParts = {
  facts: factsStore,
  start: (scenario) => ask('run:start', scenario),
  stop: (runId) => ask('run:stop', { runId }),
};

/** After such an end nobody else runs: somebody wants no more, or it would be refused again. */
const LAST: ReadonlySet<RunStatus> = new Set(['stopped', 'killed', 'refused']);

export class Race {
  readonly store: RaceStore = createRaceStore();

  /** @param title with a capital; begins the sentence that refuses others meanwhile */
  constructor(
    private readonly title: string,
    private readonly parts: RaceParts = WINDOW,
  ) {}

  get isRunning(): boolean {
    return this.store.getState().running !== null;
  }

  /** Runs all of them, round by round: what slows the machine down for a while hits each. Resolves at the end. */
  async start(order: RaceOrder): Promise<void> {
    if (this.isRunning) return;
    const { trouble } = askedRace(order);
    if (trouble !== null) {
      this.store.setState({ trouble });
      return;
    }
    try {
      await inSequence({ title: this.title, stop: () => void this.stop() }, () => this.runAll(order));
    } catch (error) {
      this.store.setState({ trouble: sentence(error) });
    } finally {
      this.store.setState({ running: null, stopping: false });
    }
  }

  /** The run under way is stopped, the others are left out. A run that cannot be stopped is the last one all the same. */
  async stop(): Promise<void> {
    const { running } = this.store.getState();
    if (running === null) return;
    this.store.setState({ stopping: true });
    if (running.runId !== null) await this.stopRun(running.runId);
  }

  private async stopRun(runId: number): Promise<void> {
    try {
      await this.parts.stop(runId);
    } catch (error) {
      this.store.setState({ trouble: sentence(error) });
    }
  }

  private async runAll(order: RaceOrder): Promise<void> {
    const { contestants, rounds } = order;
    const heats = contestants.map(() => []);
    this.store.setState({ ...noRace(), ...order, heats, running: { contestant: 0, round: 0, runId: null } });
    for (let round = 0; round < rounds; round++) {
      for (const [contestant, { scenario }] of contestants.entries()) {
        if (this.store.getState().stopping || !(await this.heat(contestant, round, scenario))) return;
      }
    }
  }

  /** @returns whether the next one may run */
  private async heat(contestant: number, round: number, scenario: Scenario): Promise<boolean> {
    this.store.setState({ running: { contestant, round, runId: null } });
    const runId = await this.parts.start(scenario);
    if (runId === null) throw new Error('Not started: its code was not allowed to run.');
    this.store.setState({ running: { contestant, round, runId } });
    if (this.store.getState().stopping) await this.stopRun(runId);
    const facts = await endOf(this.parts.facts, runId);
    if (facts === null) throw new Error('The race has ended: something else is shown in place of its run.');
    const heat = heatOf(facts);
    const { heats } = this.store.getState();
    this.store.setState({ heats: heats.map((kept, at) => (at === contestant ? [...kept, heat] : kept)) });
    if (heat.status !== null && LAST.has(heat.status)) {
      if (heat.status === 'refused') throw new Error(heat.message ?? 'The run was refused.');
      return false;
    }
    return true;
  }
}

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Facts of a run once it has ended; null: another one is shown. */
function endOf(store: FactsStore, runId: number): Promise<Facts | null> {
  return new Promise((resolve) => {
    const look = (facts: Facts): boolean => {
      const shown = facts.started?.runId ?? 0;
      // Of the run before it, which is shown until its own first event, nothing is to be learnt.
      if (shown < runId || (shown === runId && facts.ended === null)) return false;
      stop();
      resolve(shown === runId ? facts : null);
      return true;
    };
    let stop = (): void => undefined;
    if (look(store.getState())) return;
    stop = store.subscribe(look);
  });
}
