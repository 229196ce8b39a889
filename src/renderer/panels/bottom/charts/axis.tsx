/** Axes of the charts: few ticks, units on each, a hairline grid. */

export interface AxisTick {
  /** In pixels along the axis. */
  readonly at: number;
  readonly text: string;
}

interface BottomAxisProps {
  readonly ticks: readonly AxisTick[];
  readonly left: number;
  readonly right: number;
  /** The grid reaches from here down to `bottom`, where the labels stand. */
  readonly top: number;
  readonly bottom: number;
  readonly title?: string;
}

export const BOTTOM_AXIS_PX = 20;

export function BottomAxis({ ticks, left, right, top, bottom, title }: BottomAxisProps) {
  const inside = ticks.filter(({ at }) => at >= left - 0.5 && at <= right + 0.5);
  return (
    <g className="chart-axis">
      {inside.map(({ at }) => (
        <line key={at} x1={at} x2={at} y1={top} y2={bottom} />
      ))}
      <line className="chart-base" x1={left} x2={right} y1={bottom} y2={bottom} />
      {inside.map(({ at, text }) => (
        <text
          key={at}
          x={at}
          y={bottom + 14}
          textAnchor={at > right - 24 ? 'end' : at < left + 12 ? 'start' : 'middle'}
        >
          {text}
        </text>
      ))}
      {title !== undefined && (
        <text className="chart-axis-title" x={right} y={bottom + 30} textAnchor="end">
          {title}
        </text>
      )}
    </g>
  );
}

interface LeftAxisProps {
  readonly ticks: readonly AxisTick[];
  readonly left: number;
  readonly right: number;
  readonly title?: string;
  /** Where the title stands. */
  readonly top?: number;
}

export function LeftAxis({ ticks, left, right, title, top = 0 }: LeftAxisProps) {
  return (
    <g className="chart-axis">
      {ticks.map(({ at, text }) => (
        <g key={at}>
          <line x1={left} x2={right} y1={at} y2={at} />
          <text x={left - 8} y={at + 4} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      {title !== undefined && (
        <text className="chart-axis-title" x={left} y={top} textAnchor="start">
          {title}
        </text>
      )}
    </g>
  );
}
