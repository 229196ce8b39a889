/** Up to where a frame is drawn. Of a run that is replayed nothing is shown that has not happened yet. */
import { upperBound } from '../derive/binary-search';
import type { Frame } from './track';

type Time = Pick<Frame, 'asOfNs'>;

/** Whether something had happened; what has no moment had not. */
export function hasHappened({ asOfNs }: Time, atNs: number | null | undefined): boolean {
  return atNs !== null && atNs !== undefined && atNs <= asOfNs;
}

/** Right edge of what is drawn, in CSS pixels; left of the plot where none of it is. */
export function knownRight({ scale, asOfNs }: Pick<Frame, 'scale' | 'asOfNs'>): number {
  return Math.min(scale.right, scale.toX(asOfNs));
}

/** How many of ascending moments had come. */
export function countKnown(
  { asOfNs }: Time,
  { array, length }: { readonly array: ArrayLike<number>; readonly length: number },
): number {
  return asOfNs === Number.POSITIVE_INFINITY ? length : upperBound(array, length, asOfNs);
}
