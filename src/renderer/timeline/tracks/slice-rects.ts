/**
 * What is drawn of one row of slices: spans wide enough to be told apart, and stretches of those that share pixels. The
 * slices within one pixel are passed over, so that it costs what there are pixels.
 */
import type { SliceLane } from '../../../shared/slices';
import { firstEndingAfter } from '../../derive/slices/slice-facts';
import type { TimeScale } from '../time-scale';

export interface SliceRect {
  readonly x0: number;
  readonly x1: number;
  /** -1: several. */
  readonly slice: number;
}

/** @param untilNs nothing later is drawn */
export function* rectsOfRow(lane: SliceLane, row: number, scale: TimeScale, untilNs: number): Generator<SliceRect> {
  const { begin, end } = lane;
  const last = lane.rows[row + 1] ?? 0;
  const { left, right } = scale;
  const lastNs = Math.min(scale.endNs, untilNs);
  /** Pixels that hold more than one slice, not yet told. */
  let crowdedFrom = Number.NaN;
  let crowdedTo = Number.NaN;
  for (let slice = firstEndingAfter(lane, row, scale.startNs); slice < last; ) {
    const from = begin[slice] ?? 0;
    if (from > lastNs) break;
    const x0 = Math.max(left, scale.toX(from));
    const x1 = Math.min(right, scale.toX(Math.min(end[slice] ?? from, untilNs)));
    if (x1 - x0 >= 1) {
      if (!Number.isNaN(crowdedFrom)) yield { x0: crowdedFrom, x1: crowdedTo, slice: -1 };
      crowdedFrom = Number.NaN;
      yield { x0, x1, slice };
      slice++;
      continue;
    }
    const pixel = Math.floor(x0);
    if (pixel > crowdedTo + 1 && !Number.isNaN(crowdedFrom)) {
      yield { x0: crowdedFrom, x1: crowdedTo, slice: -1 };
      crowdedFrom = Number.NaN;
    }
    if (Number.isNaN(crowdedFrom)) crowdedFrom = pixel;
    crowdedTo = pixel + 1;
    slice = firstBeyond(lane, slice + 1, last, scale.toNs(pixel + 1));
  }
  if (!Number.isNaN(crowdedFrom)) yield { x0: crowdedFrom, x1: crowdedTo, slice: -1 };
}

/** The first slice that ends after a moment: few are passed over where slices are long, thousands where they are short. */
function firstBeyond({ end }: SliceLane, from: number, last: number, atNs: number): number {
  let step = 1;
  let low = from;
  while (low + step < last && (end[low + step] ?? 0) <= atNs) {
    low += step;
    step *= 2;
  }
  let high = Math.min(last, low + step);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((end[middle] ?? 0) > atNs) high = middle;
    else low = middle + 1;
  }
  return low;
}
