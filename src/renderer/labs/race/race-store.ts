/** A race as far as it has come: who runs, and the heats that have ended. */
import { createStore } from 'zustand/vanilla';
import type { Scenario } from '../../../shared/scenario';
import type { Heat } from '../../derive/race/heat';

export interface Contestant {
  /** Of its own in the race. */
  readonly id: string;
  readonly label: string;
  readonly scenario: Scenario;
}

export interface RaceState {
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

export const noRace = (): RaceState => ({
  contestants: [],
  rounds: 1,
  heats: [],
  running: null,
  stopping: false,
  trouble: null,
});

export const createRaceStore = () => createStore<RaceState>(noRace);
export type RaceStore = ReturnType<typeof createRaceStore>;
