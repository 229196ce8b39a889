/** Going from slice to slice with the keyboard: along a row, to what called it, to what it called, to other threads. */
import type { SliceData } from '../../../shared/slices';
import { firstEndingAfter, rowOf, type SliceRef, sliceAt } from './slice-facts';

type Step = 'next' | 'previous' | 'up' | 'down';

/** @returns the same slice where there is nothing further; null where there is no slice at all */
export function stepSlice({ lanes }: SliceData, from: SliceRef | null, step: Step, startNs: number): SliceRef | null {
  const lane = from === null ? undefined : lanes[from.lane];
  if (from === null || lane === undefined) return firstFrom(lanes, 0, 1, startNs);
  const row = rowOf(lane, from.slice);
  const at = lane.begin[from.slice] ?? 0;
  if (step === 'next' || step === 'previous') {
    const slice = from.slice + (step === 'next' ? 1 : -1);
    return slice >= (lane.rows[row] ?? 0) && slice < (lane.rows[row + 1] ?? 0) ? { ...from, slice } : from;
  }
  if (step === 'up') {
    if (row > 0) return { ...from, slice: Math.max(0, sliceAt(lane, row - 1, at)) };
    return firstFrom(lanes, from.lane - 1, -1, at) ?? from;
  }
  const child = row + 2 < lane.rows.length ? firstEndingAfter(lane, row + 1, at) : -1;
  const isWithin =
    child >= 0 && child < (lane.rows[row + 2] ?? 0) && (lane.begin[child] ?? 0) < (lane.end[from.slice] ?? 0);
  return isWithin ? { ...from, slice: child } : (firstFrom(lanes, from.lane + 1, 1, at) ?? from);
}

/** The slice nearest to a moment on the outermost row of the first lane that has any. */
function firstFrom(lanes: SliceData['lanes'], start: number, by: 1 | -1, atNs: number): SliceRef | null {
  for (let index = start; index >= 0 && index < lanes.length; index += by) {
    const lane = lanes[index];
    if (lane === undefined || lane.begin.length === 0) continue;
    return { lane: index, slice: Math.min(firstEndingAfter(lane, 0, atNs), (lane.rows[1] ?? 1) - 1) };
  }
  return null;
}
