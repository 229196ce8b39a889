/** What became of the tasks under each policy, as a bar each: all bars have one length, so that shares compare. */
import type { ChaosFigures, ChaosRow } from '../../../shared/chaos';
import { formatCount } from '../../../shared/format';
import { hatchLines } from '../../derive/race/hatch-lines';

const WIDTH = 640;
const BAR = 18;
const STEP = 28;
const LABEL = 84;
const NOTE = 120;

/** What a task came to, with its colour and hatch. The rest has no result: a map that failed delivers none. */
const PARTS = [
  { name: 'delivered', colour: 'var(--phase-run)', gap: 0, count: ({ delivered }: ChaosFigures) => delivered },
  { name: 'failed', colour: 'var(--phase-error)', gap: 8, count: ({ failed }: ChaosFigures) => failed },
  { name: 'lost', colour: 'var(--phase-boot)', gap: 4, count: ({ lost }: ChaosFigures) => lost },
] as const;

const NO_RESULT = { name: 'no result', colour: 'var(--surface)', gap: 0 } as const;

export const POLICY_BARS_ID = 'policy-bars';

/** Drawn with the tokens of the window; the picture that is exported has what they come to. */
export function PolicyBars({ rows }: { readonly rows: readonly ChaosRow[] }) {
  const height = rows.length * STEP + STEP;
  return (
    <svg
      id={POLICY_BARS_ID}
      className="policy-bars"
      viewBox={`0 0 ${WIDTH} ${height}`}
      width={WIDTH}
      height={height}
      role="img"
      aria-label="What became of the tasks under each policy; the table has the numbers"
    >
      {rows.map((row, at) => (
        <PolicyBar key={row.policy ?? 'none'} row={row} y={at * STEP + 4} />
      ))}
      {[...PARTS, NO_RESULT].map(({ name, colour, gap }, at) => (
        <g key={name} transform={`translate(${LABEL + at * 104} ${rows.length * STEP + 8})`}>
          <Area x={0} width={12} height={12} colour={colour} gap={gap} />
          <text className="policy-text" x={18} y={10}>
            {name}
          </text>
        </g>
      ))}
    </svg>
  );
}

function PolicyBar({ row: { policy, figures }, y }: { readonly row: ChaosRow; readonly y: number }) {
  const long = WIDTH - LABEL - NOTE;
  const parts = figures === null ? [] : partsOf(figures, long);
  return (
    <g transform={`translate(0 ${y})`}>
      <text className="policy-text" x={0} y={13}>
        {policy ?? 'no faults'}
      </text>
      <rect className="policy-rest" x={LABEL} width={long} height={BAR} />
      {parts.map(({ name, colour, gap, x, width }) => (
        <Area key={name} x={LABEL + x} width={width} height={BAR} colour={colour} gap={gap} />
      ))}
      <text className="policy-text" x={LABEL + long + 8} y={13}>
        {figures === null ? '' : `${formatCount(figures.repeated)} repeated`}
      </text>
    </g>
  );
}

interface AreaProps {
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
  /** Between the lines of its hatch; 0: it has none. */
  readonly gap: number;
}

function Area({ x, width, height, colour, gap }: AreaProps) {
  const lines = gap === 0 ? [] : hatchLines(x, 0, width, height, gap);
  return (
    <>
      <rect className="policy-area" x={x} width={width} height={height} fill={colour} />
      <path className="policy-hatch" d={lines.map(([x1, y1, x2, y2]) => `M${x1} ${y1}L${x2} ${y2}`).join('')} />
    </>
  );
}

function partsOf(figures: ChaosFigures, long: number) {
  let done = 0;
  return PARTS.map(({ name, colour, gap, count }) => {
    const share = figures.submitted === 0 ? 0 : count(figures) / figures.submitted;
    const part = { name, colour, gap, x: done * long, width: share * long };
    done += share;
    return part;
  });
}
