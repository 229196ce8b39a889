/** Drawing a curve: by a stroke of the pointer, or one point at a time. */
import { type Curve, type Heights, type Place, STEPS } from './axes';

/** The curve with one point at the step that is nearest to the share. */
export function withPoint(curve: Curve, heights: Heights, { index, share }: Place): Curve {
  const stepped = heights.valueAt(Math.round(share * STEPS) / STEPS);
  return curve.map((value, at) => (at === index ? stepped : value));
}

/**
 * The curve after the pointer went from one place to another: a fast stroke passes several x between two reports, and
 * all of them lie on the straight line that the hand made.
 */
export function withStroke(curve: Curve, heights: Heights, from: Place, to: Place): Curve {
  const way = to.index - from.index;
  let drawn = curve;
  for (let passed = 1; passed <= Math.abs(way); passed++) {
    const share = from.share + ((to.share - from.share) * passed) / Math.abs(way);
    drawn = withPoint(drawn, heights, { index: from.index + Math.sign(way) * passed, share });
  }
  return way === 0 ? withPoint(curve, heights, to) : drawn;
}

export const drawnCount = (curve: Curve): number => curve.filter((value) => value !== null).length;

/** Whether every point has been drawn: only then has something been said. */
export const isWhole = (curve: Curve): boolean => drawnCount(curve) === curve.length;

export const nothingDrawn = (count: number): Curve => Array<null>(count).fill(null);
