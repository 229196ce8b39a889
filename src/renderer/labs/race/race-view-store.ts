/** What is pointed at, or reached by keys, in the picture of a race. */
import { createStore } from 'zustand/vanilla';

export interface RaceFocus {
  readonly contestant: number;
  /** Row of its heat. */
  readonly row: number;
  /** In CSS pixels within the picture; where its words stand. */
  readonly x: number;
  readonly y: number;
  /** Reached by keys: it is also spoken. */
  readonly byKeys: boolean;
}

export interface RaceView {
  readonly focus: RaceFocus | null;
}

export const createRaceViewStore = () => createStore<RaceView>(() => ({ focus: null }));
export type RaceViewStore = ReturnType<typeof createRaceViewStore>;
