/** The break-even lab: what main knows of this machine, the lab's controls, and the runs that are dots on its map. */
import { createStore } from 'zustand/vanilla';
import type { BreakEvenProgress } from '../../shared/break-even/costs';
import type { ControlsOf } from '../../shared/labs';
import type { Dot } from '../derive/break-even/dots';
import type { SeriesPoint } from '../derive/break-even/worker-curves';

export const BREAK_EVEN_VIEWS = ['map', 'workers', 'costs'] as const;
export type BreakEvenView = (typeof BREAK_EVEN_VIEWS)[number];

export type BreakEvenControls = Omit<ControlsOf<'break-even'>, 'name'>;

/** The same tasks with one worker, two and so on. */
export interface Series {
  /** What was measured; the number of workers is none of it. */
  readonly controls: BreakEvenControls;
  readonly loopMs: number;
  readonly points: readonly SeriesPoint[];
}

/** What the lab is at; null: nothing. */
export interface Doing {
  readonly what: 'point' | 'series';
  readonly words: string;
  readonly done: number;
  readonly total: number;
}

export interface BreakEvenState {
  /** null: main has not answered yet. */
  readonly progress: BreakEvenProgress | null;
  readonly controls: BreakEvenControls;
  readonly view: BreakEvenView;
  /** The latest last. */
  readonly dots: readonly Dot[];
  /** Id of the one that is told about; null: the cross is. */
  readonly chosen: number | null;
  readonly series: Series | null;
  readonly doing: Doing | null;
  /** Why the last runs did not come to their end; null: they did. */
  readonly message: string | null;
}

export const noBreakEven = (): BreakEvenState => ({
  progress: null,
  controls: { workers: 2, tasks: 100, chunksize: 1, countBoot: false, taskMs: 1, bytes: 0 },
  view: 'map',
  dots: [],
  chosen: null,
  series: null,
  doing: null,
  message: null,
});

export const createBreakEvenStore = () => createStore<BreakEvenState>(noBreakEven);
export type BreakEvenStore = ReturnType<typeof createBreakEvenStore>;

export const breakEvenStore = createBreakEvenStore();

/** More dots than this hide each other: the oldest go. */
export const MOST_DOTS = 200;
