/** The track of a lane, whatever lanes are of. */
import { ChunkLines } from '../../derive/chunk-lines';
import type { AnyGroups } from '../../derive/lane-groups';
import { SlotLanes } from '../../derive/slot-lanes';
import type { LaneTrack } from '../track';
import { chunkTrack } from './chunk-line';
import { slotTrack } from './slot';
import { workerTrack } from './worker';

export function laneTrack(groups: AnyGroups, key: number, height: number): LaneTrack {
  if (groups instanceof SlotLanes) return slotTrack(groups, key, height);
  if (groups instanceof ChunkLines) return chunkTrack(groups, key, height);
  return workerTrack(key, height);
}
