/** How groupings, colourings and heights of lanes are called, in menus, in the legend and aloud. */
import type { LanePreferences } from '../../shared/settings';

export const GROUP_WORDS: Readonly<Record<LanePreferences['groupBy'], string>> = {
  worker: 'worker process',
  slot: 'slot',
  chunk: 'chunk',
};

export const GROUP_NOTES: Readonly<Record<LanePreferences['groupBy'], string>> = {
  worker: 'a lane for each process',
  slot: 'a lane for each place in the pool, with the processes that had it',
  chunk: 'chunks side by side, from sent to received',
};

export const COLOUR_WORDS: Readonly<Record<LanePreferences['colourBy'], string>> = {
  phase: 'phase',
  chunk: 'chunk',
  duration: 'run time',
  payload: 'argument and result',
  outcome: 'outcome',
};

export const SIZE_WORDS: Readonly<Record<LanePreferences['laneSize'], string>> = {
  compact: 'compact',
  normal: 'normal',
  presenter: 'large',
};
