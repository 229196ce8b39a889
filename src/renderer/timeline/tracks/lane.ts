/** The track of a lane, whatever lanes are of. */
import { ChunkLines } from '../../derive/chunk-lines';
import type { AnyGroups } from '../../derive/lane-groups';
import { counterOf, sliceLaneOf } from '../../derive/slices/slice-keys';
import { SlotLanes } from '../../derive/slot-lanes';
import type { Facts } from '../../store/facts';
import type { LaneTrack } from '../track';
import { chunkTrack } from './chunk-line';
import { counterTrack } from './counter';
import { sliceTrack } from './slices';
import { slotTrack } from './slot';
import { workerTrack } from './worker';

export function laneTrack(
  groups: AnyGroups,
  { data: { slices } }: Pick<Facts, 'data'>,
  key: number,
  height: number,
): LaneTrack {
  const lane = slices.lanes[sliceLaneOf(key)];
  if (lane !== undefined) return sliceTrack(lane, sliceLaneOf(key), height);
  const counter = slices.counters[counterOf(key)];
  if (counter !== undefined) return counterTrack(counter, key, height);
  if (groups instanceof SlotLanes) return slotTrack(groups, key, height);
  if (groups instanceof ChunkLines) return chunkTrack(groups, key, height);
  return workerTrack(key, height);
}
