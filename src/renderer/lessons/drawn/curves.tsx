/** A prediction along a quantity: a line through the points that were drawn, and one through those that were measured. */
import { line } from 'd3';
import type { Curve, Plot } from './axes';

interface CurvesProps {
  readonly said: Curve;
  readonly truth: Curve;
  readonly plot: Plot;
}

export function Curves({ said, truth, plot }: CurvesProps) {
  return (
    <>
      <Gaps said={said} truth={truth} plot={plot} />
      <CurveLine of="said" curve={said} plot={plot} />
      <CurveLine of="truth" curve={truth} plot={plot} />
    </>
  );
}

interface CurveProps {
  readonly of: 'said' | 'truth';
  readonly curve: Curve;
  readonly plot: Plot;
}

function CurveLine({ of, curve, plot }: CurveProps) {
  const points = curve.flatMap((value, index) => (value === null ? [] : [{ index, value }]));
  const path = line<(typeof points)[number]>(
    ({ index }) => plot.xOf(index),
    ({ value }) => plot.yOf(value),
  );
  return (
    <g>
      <path className={`drawn-line-${of}`} d={path(points) ?? ''} />
      {points.map(({ index, value }) => {
        const [x, y] = [plot.xOf(index), plot.yOf(value)];
        return of === 'said' ? (
          <circle key={index} className="drawn-said" cx={x} cy={y} r={4} />
        ) : (
          <rect key={index} className="drawn-truth" x={x - 4} y={y - 4} width={8} height={8} />
        );
      })}
    </g>
  );
}

/** From what was drawn to what was measured. */
function Gaps({ said, truth, plot }: CurvesProps) {
  return said.map((drawn, index) => {
    const real = truth[index] ?? null;
    if (drawn === null || real === null) return null;
    const x = plot.xOf(index);
    // biome-ignore lint/suspicious/noArrayIndexKey: each x keeps its place
    return <path key={index} className="drawn-gap" d={`M${x} ${plot.yOf(drawn)}V${plot.yOf(real)}`} />;
  });
}
