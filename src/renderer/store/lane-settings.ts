/**
 * How the lanes of the timeline are drawn: grouping, colours and height, which are kept between starts, and for each
 * grouping how its lanes are arranged, which belongs to the run.
 */
import { createStore } from 'zustand/vanilla';
import { DEFAULT_LANES, type LanePreferences } from '../../shared/settings';

/**
 * Lanes are told apart by a key: the index of the worker, the number of the slot, or that of the line of chunks,
 * depending on the grouping.
 */
export type LaneKey = number;

export interface Arrangement {
  /** Lanes in the order in which they were put; those that came later follow their neighbour. Empty: as they come. */
  readonly order: readonly LaneKey[];
  readonly collapsed: ReadonlySet<LaneKey>;
  /** In CSS pixels; other lanes have the height that all have. */
  readonly heights: ReadonlyMap<LaneKey, number>;
  /** The one lane that is shown; null: all. */
  readonly only: LaneKey | null;
}

export interface LaneSettings extends LanePreferences {
  /** In place of `laneSize`, lanes are as high as lets all of them be seen: presenter mode. */
  readonly fitted: boolean;
  readonly arrangements: Readonly<Record<LanePreferences['groupBy'], Arrangement>>;
  /** A lane that is being dragged, and the position that it would take; null: none. */
  readonly drag: { readonly key: LaneKey; readonly to: number } | null;
  /** The lane that the open menu is about; null: none has been opened. */
  readonly menu: LaneKey | null;
  /** What a screen reader is told about the last change. */
  readonly said: string;
}

/** In CSS pixels. */
export const LANE_HEIGHTS: Readonly<Record<LanePreferences['laneSize'], number>> = {
  compact: 18,
  normal: 28,
  presenter: 44,
};

/**
 * Height of lanes that shall all be seen: no higher than those of a presenter, no lower than is usual.
 * @param roomPx for all of them
 */
export function fittedHeight(roomPx: number, lanes: number): number {
  const each = Math.floor(roomPx / Math.max(1, lanes));
  return Math.min(LANE_HEIGHTS.presenter, Math.max(LANE_HEIGHTS.normal, each));
}

const AS_THEY_COME: Arrangement = { order: [], collapsed: new Set(), heights: new Map(), only: null };

/** Of a run that nobody has arranged yet. */
export const asTheyCome = (): Pick<LaneSettings, 'arrangements' | 'drag' | 'menu'> => ({
  arrangements: { worker: AS_THEY_COME, slot: AS_THEY_COME, chunk: AS_THEY_COME },
  drag: null,
  menu: null,
});

export const createLaneStore = () =>
  createStore<LaneSettings>(() => ({ ...DEFAULT_LANES, ...asTheyCome(), fitted: false, said: '' }));
export type LaneStore = ReturnType<typeof createLaneStore>;

/** How the lanes are arranged in the grouping that is shown. */
export const arrangementOf = ({ arrangements, groupBy }: LaneSettings): Arrangement => arrangements[groupBy];
