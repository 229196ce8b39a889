/** The keyboard's way to draw: one slider a point. They lie over the picture unseen; the picture shows where focus is. */
import { draw } from '../../actions/lessons';
import type { DrawnPrediction } from '../lesson';
import { type Curve, EDGES, heightsOf, type Plot, STEPS } from './axes';
import { withPoint } from './draw';
import { xText, yText } from './gap';

interface PointSlidersProps {
  readonly prediction: DrawnPrediction;
  readonly said: Curve;
  readonly plot: Plot;
  /** null: none of them has the focus. */
  onFocused(index: number | null): void;
}

export function PointSliders({ prediction, said, plot, onFocused }: PointSlidersProps) {
  const heights = heightsOf(prediction);
  return prediction.x.values.map((x, index) => {
    const value = said[index] ?? null;
    return (
      <input
        key={x}
        type="range"
        className="drawn-slider"
        aria-label={`${prediction.y.label} ${prediction.x.named === true ? 'of' : 'at'} ${xText(prediction, x)}`}
        aria-valuetext={value === null ? 'not drawn yet' : yText(prediction, value)}
        min={0}
        max={STEPS}
        // Before it is drawn a point rests in the middle, so that keys can move it either way.
        value={Math.round((value === null ? 0.5 : heights.shareOf(value)) * STEPS)}
        style={{ left: plot.xOf(index) - 8, top: EDGES.top, bottom: EDGES.bottom }}
        onChange={(event) => draw(withPoint(said, heights, { index, share: Number(event.target.value) / STEPS }))}
        onFocus={() => onFocused(index)}
        onBlur={() => onFocused(null)}
      />
    );
  });
}
