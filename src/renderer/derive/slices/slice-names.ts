/** What slices are called, each name once, as a legend of few names lists them. */
import type { SliceData } from '../../../shared/slices';

export interface SliceName {
  readonly text: string;
  /** Number of the text: it decides on the colour. */
  readonly number: number;
}

const known = new WeakMap<SliceData, readonly SliceName[]>();

/** @returns in the order in which they were named first; all slices are looked at once for each picture */
export function sliceNames(data: SliceData): readonly SliceName[] {
  let names = known.get(data);
  if (names === undefined) {
    const numbers = new Set(data.lanes.flatMap(({ nameText }) => [...nameText]));
    names = [...numbers].sort((a, b) => a - b).map((number) => ({ text: data.texts[number] ?? '', number }));
    known.set(data, names);
  }
  return names;
}
