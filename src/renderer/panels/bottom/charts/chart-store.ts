/** Which chart is shown, and how: kept while the window is open, whatever tab is in front. */
import { createStore } from 'zustand/vanilla';

export const CHART_IDS = ['phases', 'busy', 'flow', 'sizes', 'gantt'] as const;
export type ChartId = (typeof CHART_IDS)[number];

/** Which of the two pickles, and the phase that its size is drawn against. */
export interface SizeChoice {
  readonly of: 'argument' | 'result';
  readonly against: 'dumps' | 'in flight' | 'loads' | 'run';
}

export interface ChartView {
  readonly shown: ChartId | 'all';
  readonly asTable: boolean;
  /** Charts over time show what the timeline shows; otherwise the whole run. */
  readonly asTimeline: boolean;
  readonly size: SizeChoice;
  /** The bar that was chosen last, and the search that finds all of its tasks. */
  readonly picked: { readonly text: string; readonly query: string } | null;
}

export const chartStore = createStore<ChartView>(() => ({
  shown: 'phases',
  asTable: false,
  asTimeline: false,
  size: { of: 'argument', against: 'dumps' },
  picked: null,
}));
