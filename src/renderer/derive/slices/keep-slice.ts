/** The slice that was selected, in a picture that takes the place of another: by its process, its row and when it began. */
import type { SliceData, SliceLane } from '../../../shared/slices';
import { firstEndingAfter, rowOf, type SliceRef } from './slice-facts';

/** @returns null where it is not there any more */
export function keepSlice(before: SliceData, now: SliceData, selected: SliceRef): SliceRef | null {
  const from = before.lanes[selected.lane];
  if (from === undefined) return null;
  const place = placeNow(from, selected.lane, now);
  const lane = now.lanes[place];
  if (lane === undefined) return null;
  const row = rowOf(from, selected.slice);
  const began = from.begin[selected.slice] ?? Number.NaN;
  if (row + 1 >= lane.rows.length) return null;
  // What ends when it begins is found one place too far.
  for (let slice = Math.max(lane.rows[row] ?? 0, firstEndingAfter(lane, row, began) - 1); ; slice++) {
    if (slice >= (lane.rows[row + 1] ?? 0) || (lane.begin[slice] ?? Number.NaN) > began) return null;
    if (lane.begin[slice] === began) {
      return slice === selected.slice && place === selected.lane ? selected : { lane: place, slice };
    }
  }
}

/** Lanes of a tree move down as others come between them; whoever has no PID yet is where it was. */
function placeNow({ pid, tid }: SliceLane, place: number, { lanes }: SliceData): number {
  if (pid === '' || lanes[place]?.pid === pid) return place;
  return lanes.findIndex((lane) => lane.pid === pid && lane.tid === tid);
}
