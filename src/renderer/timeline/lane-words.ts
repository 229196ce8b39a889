/** How groupings, colourings and heights of lanes are called, in menus, in the legend and aloud. */

import type { LanePreferences } from '../../shared/settings';
import { laneWord } from '../../shared/worker-words';
import { counterOf, sliceLaneOf } from '../derive/slices/slice-keys';
import type { Facts } from '../store/facts';

export const GROUP_WORDS: Readonly<Record<LanePreferences['groupBy'], string>> = {
  worker: 'worker process',
  slot: 'slot',
  chunk: 'chunk',
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

/** A lane by name: `process 4711`, `slot 0`, `line 1 of chunks`. */
export function laneName(groupBy: LanePreferences['groupBy'], key: number, { data }: Pick<Facts, 'data'>): string {
  const slices = data.slices.lanes[sliceLaneOf(key)] ?? data.slices.counters[counterOf(key)];
  if (slices !== undefined) return `${slices.name} of ${slices.process}`;
  if (groupBy === 'slot') return `slot ${key}`;
  if (groupBy === 'chunk') return `line ${key + 1} of chunks`;
  const record = data.workers[key];
  const word = record === undefined ? null : laneWord(record);
  return word === null ? `worker ${key}` : word === record?.name ? word : `process ${word}`;
}
