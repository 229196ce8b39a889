/** How two runs are compared: what zero is, whether one lies over the other, and what repeated runs came to. */
import { createStore } from 'zustand/vanilla';
import type { RepeatProgress } from '../../shared/repeat';
import type { Figures, Measure } from '../../shared/run-figures';
import type { Scenario } from '../../shared/scenario';
import type { Alignment } from '../derive/compare/align';
import type { Basis } from '../derive/compare/compare-figures';
import { scenarioKey } from '../derive/compare/scenario-differences';

/** Repeated runs of one scenario. */
export interface Series {
  readonly scenario: Scenario;
  readonly runs: readonly Figures[];
  /** Runs that did not come to their end, and why the first of them did not. */
  readonly broken: number;
  readonly reason: string | null;
}

export interface Compare {
  readonly alignBy: Alignment;
  /** When the next live run begins, the one that is shown goes beside. */
  readonly keepNext: boolean;
  /** The run beside is drawn into the lanes of the one that is shown. */
  readonly overlaid: boolean;
  /** Both timelines scroll together. */
  readonly scrollTogether: boolean;
  /** null: the medians where they are known, else the two runs. */
  readonly basis: Basis | null;
  readonly measure: Measure;
  /** As typed. */
  readonly times: string;
  readonly warmUp: boolean;
  /** What is repeated, in order, and how it stands; null before the first time. */
  readonly asked: readonly Scenario[];
  readonly progress: RepeatProgress | null;
  /** The latest repeated runs by scenario; see scenarioKey. */
  readonly series: ReadonlyMap<string, Series>;
}

export const createCompareStore = () =>
  createStore<Compare>(() => ({
    alignBy: 'call',
    keepNext: false,
    overlaid: false,
    scrollTogether: true,
    basis: null,
    measure: 'mean',
    times: '5',
    warmUp: true,
    asked: [],
    progress: null,
    series: new Map(),
  }));
export type CompareStore = ReturnType<typeof createCompareStore>;

/** Scenarios whose repeated runs are remembered. */
const MOST_SERIES = 8;

/** Takes in how repeating stands. */
export function takeProgress(store: CompareStore, progress: RepeatProgress): void {
  const { asked, series } = store.getState();
  const kept = new Map(series);
  for (const [index, scenario] of asked.entries()) {
    const runs = progress.series[index] ?? [];
    if (runs.length === 0) continue;
    const broken = runs.filter(({ figures }) => figures === null);
    const key = scenarioKey(scenario);
    // The latest last: the oldest is forgotten first.
    kept.delete(key);
    kept.set(key, {
      scenario,
      runs: runs.flatMap(({ figures }) => figures ?? []),
      broken: broken.length,
      reason: broken[0]?.message ?? null,
    });
  }
  store.setState({ progress, series: new Map([...kept].slice(-MOST_SERIES)) });
}

export const compareStore = createCompareStore();
