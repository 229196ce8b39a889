/** Neighbouring places of a tape for which the same is true, as one stretch. */

export interface Stretch {
  readonly from: number;
  /** The place after the last. */
  readonly to: number;
}

export function stretches(count: number, isIn: (place: number) => boolean): readonly Stretch[] {
  const found: Stretch[] = [];
  let from = -1;
  for (let place = 0; place <= count; place++) {
    const inside = place < count && isIn(place);
    if (inside && from < 0) from = place;
    if (!inside && from >= 0) {
      found.push({ from, to: place });
      from = -1;
    }
  }
  return found;
}
