/** A race as far as it has come: who runs, and the heats that have ended. */
import { createStore } from 'zustand/vanilla';
import { taskCount } from '../../../shared/generate-items';
import type { Scenario } from '../../../shared/scenario';
import type { Heat } from '../../derive/race/heat';

export interface Contestant {
  /** Of its own in the race. */
  readonly id: string;
  readonly label: string;
  readonly scenario: Scenario;
}

/** What is to be raced. */
export interface RaceOrder {
  readonly contestants: readonly Contestant[];
  readonly rounds: number;
  /** As it is saved: the scenario with the controls of the lab. */
  readonly setup: Scenario;
}

export interface RaceState {
  /** null before the first race. */
  readonly setup: Scenario | null;
  /** In the order in which they run. */
  readonly contestants: readonly Contestant[];
  /** How often each runs. */
  readonly rounds: number;
  /** Of each contestant, one a round. */
  readonly heats: readonly (readonly Heat[])[];
  /** Who is at it; null: nobody. */
  readonly running: Running | null;
  /** Asked to stop. */
  readonly stopping: boolean;
  /** Why it did not go to its end, one sentence. */
  readonly trouble: string | null;
}

export interface Running {
  readonly contestant: number;
  /** From 0. */
  readonly round: number;
  /** null: not started yet. */
  readonly runId: number | null;
}

/** A race shows each task: more of them are no picture any more. */
export const MOST_RACE_TASKS = 5000;

/** What is to be raced, or why it cannot be, one sentence. */
export type AskedRace =
  | { readonly order: RaceOrder; readonly trouble: null }
  | { readonly order: null; readonly trouble: string };

export function askedRace(order: RaceOrder): AskedRace {
  const trouble = refusal(order.contestants);
  return trouble === null ? { order, trouble } : { order: null, trouble };
}

function refusal(contestants: readonly Contestant[]): string | null {
  if (contestants.length === 0) return 'There is nobody to race: choose at least one.';
  const most = Math.max(...contestants.map(({ scenario }) => taskCount(scenario)));
  if (most === 0) return 'There are no tasks to race with: give at least one item.';
  if (most <= MOST_RACE_TASKS) return null;
  return `A race shows each task: expected at most ${MOST_RACE_TASKS} of them, got ${most}.`;
}

export const noRace = (): RaceState => ({
  setup: null,
  contestants: [],
  rounds: 1,
  heats: [],
  running: null,
  stopping: false,
  trouble: null,
});

export const createRaceStore = () => createStore<RaceState>(noRace);
export type RaceStore = ReturnType<typeof createRaceStore>;
