/** The drawing of speed-up by workers. */
import { line, scaleLinear, scalePoint } from 'd3';
import type { SeriesPoint, WorkerCurve } from '../../derive/break-even/worker-curves';
import { BottomAxis, LeftAxis } from '../../panels/bottom/charts/axis';

interface WorkersPictureProps {
  readonly curves: readonly WorkerCurve[];
  readonly points: readonly SeriesPoint[];
  readonly cores: number;
  readonly width: number;
  readonly height: number;
}

const LEFT = 44;
const RIGHT = 72;
const TOP = 20;
const BOTTOM = 36;

export const CURVE_TEXT: Readonly<Record<WorkerCurve['id'], string>> = {
  ideal: 'ideal',
  amdahl: 'Amdahl',
  model: 'with overhead',
};

export function WorkersPicture({ curves, points, cores, width, height }: WorkersPictureProps) {
  const counts = curves[0]?.points.map(({ workers }) => workers) ?? [];
  const [right, bottom] = [Math.max(LEFT + 40, width - RIGHT), height - BOTTOM];
  const x = scalePoint(counts, [LEFT, right]).padding(0.5);
  const xOf = (workers: number): number => x(workers) ?? LEFT;
  const last = xOf(counts.at(-1) ?? 1);
  // The ideal line leaves the picture: what can be had is what is looked at.
  const others = curves
    .filter(({ id }) => id !== 'ideal')
    .flatMap((curve) => curve.points.map(({ speedup }) => speedup));
  const most = Math.max(
    1.5,
    Math.min(cores * 1.25, counts.at(-1) ?? 1),
    ...others,
    ...points.map(({ speedup }) => speedup),
  );
  const y = scaleLinear([0, most * 1.05], [bottom, TOP]);
  const ticks = y.ticks(Math.max(2, Math.floor((bottom - TOP) / 40)));
  return (
    <svg className="chart-svg break-even-picture" width={width} height={height} aria-hidden="true">
      <clipPath id="break-even-clip">
        <rect x={LEFT} y={TOP - 8} width={right - LEFT} height={bottom - TOP + 8} />
      </clipPath>
      <BottomAxis
        ticks={counts.map((workers) => ({ at: xOf(workers), text: String(workers) }))}
        left={LEFT}
        right={right}
        top={bottom}
        bottom={bottom}
        title="workers"
      />
      <LeftAxis
        ticks={ticks.map((factor) => ({ at: y(factor), text: `${factor}×` }))}
        left={LEFT}
        right={right}
        title="speed-up over the plain loop"
        top={TOP - 8}
      />
      <line className="break-even-line break-even-line-one" x1={LEFT} x2={last + 8} y1={y(1)} y2={y(1)} />
      <g clipPath="url(#break-even-clip)">
        {curves.map(({ id, points: along }) => (
          <path
            key={id}
            className={`break-even-curve break-even-curve-${id}`}
            d={
              line<(typeof along)[number]>(
                ({ workers }) => xOf(workers),
                ({ speedup }) => y(speedup),
              )(along) ?? ''
            }
          />
        ))}
      </g>
      <CurveLabels curves={curves} x={last + 16} yOf={(speedup) => Math.max(TOP, y(speedup))} one={y(1)} />
      {points.map(({ workers, speedup }) => (
        <circle
          key={workers}
          className="break-even-dot break-even-dot-measured"
          cx={xOf(workers)}
          cy={y(speedup)}
          r={5}
        />
      ))}
    </svg>
  );
}

interface CurveLabelsProps {
  readonly curves: readonly WorkerCurve[];
  readonly x: number;
  readonly one: number;
  yOf(speedup: number): number;
}

/** At the right ends of the lines, moved apart where they would lie over each other. */
function CurveLabels({ curves, x, yOf, one }: CurveLabelsProps) {
  const wanted = [
    { text: 'break-even', at: one },
    ...curves.map(({ id, points }) => ({ text: CURVE_TEXT[id], at: yOf(points.at(-1)?.speedup ?? 0) })),
  ].sort((a, b) => a.at - b.at);
  let last = Number.NEGATIVE_INFINITY;
  const placed = wanted.map(({ text, at }) => {
    last = Math.max(at, last + 16);
    return { text, at: last };
  });
  return placed.map(({ text, at }) => (
    <text key={text} className="break-even-end" x={x} y={at + 4}>
      {text}
    </text>
  ));
}
