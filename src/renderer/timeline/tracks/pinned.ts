/** The tracks that stand above and below the lanes: those that a run has something for. */
import { isSlicesOnly } from '../../derive/slices/is-slices-only';
import type { Facts } from '../../store/facts';
import type { Track } from '../track';
import { callbacksTrack } from './callbacks';
import { callerTrack } from './caller';
import { chaptersTrack } from './chapters';
import { deliveredTrack } from './delivered';
import { queueDepthTrack } from './queue-depth';
import { timeAxisTrack } from './time-axis';

/** A trace of another tool may have no pool in it, or one of which the queue was not recorded. */
export function pinnedTracks(
  { data }: Pick<Facts, 'data'>,
  hasChapters: boolean,
): { readonly head: readonly Track[]; readonly foot: readonly Track[] } {
  const isForeign = data.slices.lanes.length + data.slices.counters.length > 0;
  const head = [
    timeAxisTrack,
    ...(hasChapters ? [chaptersTrack] : []),
    ...(isSlicesOnly({ data }) ? [] : [callerTrack]),
    ...(isForeign && data.queueAt.length === 0 ? [] : [queueDepthTrack]),
  ];
  const foot = [
    ...(isForeign && data.deliveredAt.length === 0 ? [] : [deliveredTrack]),
    // Only calls with callbacks have a lane for them.
    ...(data.callbackAt.length > 0 ? [callbacksTrack] : []),
  ];
  return { head, foot };
}
