/** How long each phase took: a histogram for each, all on one logarithmic axis, so that they compare by place. */
import { max } from 'd3';
import { formatCount, formatDuration } from '../../../../shared/format';
import { PHASE_LABELS, type Phase, phaseNanos } from '../../../../shared/phases';
import type { Row } from '../../../../shared/units';
import { barQuery } from '../../../derive/charts/bar-query';
import { type Bar, type Bars, barsOf, distributions, groupOf } from '../../../derive/charts/distributions';
import { rowsWhere } from '../../../derive/charts/rows-of';
import type { Scope } from '../../../derive/charts/scope';
import { runExtent } from '../../../derive/run-extent';
import type { Facts } from '../../../store/facts';
import { PHASE_SWATCHES } from '../../../timeline/phase-swatches';
import { BottomAxis } from './axis';
import { ChartEmpty } from './chart-empty';
import type { ChartPictureProps } from './chart-kind';
import { chartStore } from './chart-store';
import { ChartSurface } from './chart-surface';
import { LATENCY, latencyLayout } from './latency-layout';
import { timeTicksLog } from './log-axis';
import type { Mark } from './marks';
import { TexturedRect, Textures } from './patterns';
import { useAgain } from './use-again';

export function LatencyChart({ facts, scope, selection, width, height }: ChartPictureProps) {
  const { phases, complete } = distributions(facts, scope);
  useAgain(!complete);
  if (phases.length === 0) return <ChartEmpty>Each phase appears here once a task has come through it.</ChartEmpty>;
  const { left, right, top, foot } = LATENCY;
  const { scale, bars, rowPx, bottom } = latencyLayout(phases, width, height);
  const rows = phases.map(({ phase, histogram }, at) => {
    const all = barsOf(histogram, bars);
    const baseline = top + (at + 1) * rowPx - 1;
    const most = max(all, ({ count }) => count) ?? 1;
    const boxes = all.map((bar) => {
      const x = scale.toPx(bar.fromNs);
      const high = Math.max(2, (bar.count / most) * (rowPx - 4));
      return { bar, x, y: baseline - high, width: Math.max(1, scale.toPx(bar.toNs) - x - 1), height: high };
    });
    return { phase, histogram, baseline, boxes };
  });
  const marks = rows.flatMap(({ phase, boxes }) =>
    boxes.map(
      ({ bar, ...box }): Mark => ({
        key: `${phase} ${bar.group}`,
        ...box,
        text: () => barText(phase, bar, bars),
        rows: () => rowsOfBar(facts, scope, phase, bar.group, bars),
        picked: () => {
          const query = barQuery(phase, bar, bars, scope, runExtent(facts).originNs);
          chartStore.setState({ picked: { text: barText(phase, bar, bars), query } });
        },
      }),
    ),
  );
  return (
    <ChartSurface
      label={`How long each of ${phases.length} phases took, on a logarithmic axis of time`}
      marks={marks}
      width={width}
      height={bottom + foot}
      testId="chart-phases"
    >
      <svg className="chart-svg" width={width} height={bottom + foot} aria-hidden="true">
        <Textures>
          <BottomAxis ticks={timeTicksLog(scale, 56)} left={left} right={width - right} top={top} bottom={bottom} />
          <text className="chart-axis-title" x={width} y={top - 4} textAnchor="end">
            median
          </text>
          {rows.map(({ phase, histogram, baseline, boxes }) => (
            <g key={phase} data-phase={phase}>
              <text x={0} y={baseline - 3}>
                {PHASE_LABELS[phase]}
              </text>
              <line className="chart-row" x1={left} x2={width - right} y1={baseline} y2={baseline} />
              {boxes.map(({ bar, ...box }) => (
                <TexturedRect key={bar.group} swatch={PHASE_SWATCHES[phase]} part={String(bar.count)} {...box} />
              ))}
              <Flags facts={facts} selection={selection} phase={phase} toX={scale.toPx} y={baseline} />
              <text x={width} y={baseline - 3} textAnchor="end">
                {formatDuration(histogram.quantile(0.5))}
              </text>
            </g>
          ))}
        </Textures>
      </svg>
    </ChartSurface>
  );
}

interface FlagsProps {
  readonly facts: Facts;
  readonly selection: readonly Row[];
  readonly phase: Phase;
  readonly y: number;
  toX(ns: number): number;
}

/** Where the selected tasks stand. */
function Flags({ facts, selection, phase, toX, y }: FlagsProps) {
  return selection.map((row) => {
    const ns = phaseNanos(facts.data.table.columns, row, phase);
    if (Number.isNaN(ns)) return null;
    const x = toX(ns);
    return <path key={row} className="chart-flag" data-selected={row} d={`M${x} ${y + 1}l-5 -8h10z`} />;
  });
}

function barText(phase: Phase, { fromNs, toNs, count }: Bar, { floorNs }: Bars): string {
  const range =
    fromNs <= floorNs ? `up to ${formatDuration(toNs)}` : `${formatDuration(fromNs)} to ${formatDuration(toNs)}`;
  return `${PHASE_LABELS[phase]}, ${range}: ${formatCount(count)} ${count === 1 ? 'task' : 'tasks'}`;
}

function rowsOfBar(facts: Facts, scope: Scope, phase: Phase, group: number, bars: Bars): number[] {
  const { columns } = facts.data.table;
  return rowsWhere(facts, scope, (row) => {
    const ns = phaseNanos(columns, row, phase);
    return !Number.isNaN(ns) && groupOf(ns, bars) === group;
  });
}
