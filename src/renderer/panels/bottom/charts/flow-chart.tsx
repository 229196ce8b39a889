/** Throughput above, queue depth below, on one time axis. */
import { max, scaleLinear } from 'd3';
import { formatCount, formatDuration, formatRate, THIN_SPACE } from '../../../../shared/format';
import { type FlowBin, flow } from '../../../derive/charts/flow';
import { finishedRows } from '../../../derive/charts/rows-of';
import { runExtent } from '../../../derive/run-extent';
import { type AxisTick, BottomAxis, LeftAxis } from './axis';
import type { ChartPictureProps } from './chart-kind';
import { ChartSurface } from './chart-surface';
import type { Mark } from './marks';
import { timeTicks } from './time-ticks';

const LEFT = 64;
const RIGHT = 16;
const TOP = 18;
const BETWEEN = 28;
const FOOT = 20;
const BIN_PX = 9;

export function FlowChart({ facts, scope, stretch, selection, width, height }: ChartPictureProps) {
  const { originNs } = runExtent(facts);
  const plotPx = Math.max(1, width - LEFT - RIGHT);
  const panePx = Math.max(24, (height - TOP - BETWEEN - FOOT) / 2);
  const { bins } = flow(facts, stretch, scope, plotPx / BIN_PX);
  const time = scaleLinear([stretch.fromNs, stretch.toNs], [LEFT, LEFT + plotPx]).clamp(true);
  const rate = upwards(max(bins, (bin) => bin.rate) ?? 0, TOP, panePx);
  const depth = upwards(max(bins, (bin) => bin.depth) ?? 0, TOP + panePx + BETWEEN, panePx);
  const bottom = TOP + panePx * 2 + BETWEEN;
  const { completed, resultDumpsEnd } = facts.data.table.columns;
  const marks = bins.map((bin): Mark => {
    const x = time(bin.fromNs);
    return {
      key: bin.fromNs,
      x,
      y: TOP,
      width: Math.max(1, time(bin.toNs) - x),
      height: bottom - TOP,
      text: () => binText(bin, originNs),
      rows: () => finishedRows(facts, scope, bin.fromNs, bin.toNs),
    };
  });
  const ends = selection
    .map((row) => completed[row] || (resultDumpsEnd[row] ?? Number.NaN))
    .filter((at) => at >= stretch.fromNs && at <= stretch.toNs);
  return (
    <ChartSurface
      label="Results a second, and how many tasks were queued, over time"
      marks={marks}
      width={width}
      height={bottom + FOOT}
      testId="chart-flow"
    >
      <svg className="chart-svg" width={width} height={bottom + FOOT} aria-hidden="true">
        <BottomAxis
          ticks={timeTicks(stretch.fromNs, stretch.toNs, originNs, plotPx, time)}
          left={LEFT}
          right={LEFT + plotPx}
          top={TOP}
          bottom={bottom}
        />
        <LeftAxis
          ticks={rate.ticks((value) => (value === 0 ? '0' : `${formatCount(value)}${THIN_SPACE}/s`))}
          left={LEFT}
          right={LEFT + plotPx}
          title="results a second"
          top={12}
        />
        {bins.map((bin) => (
          <rect
            key={bin.fromNs}
            className="chart-rate"
            data-finished={bin.finished}
            x={time(bin.fromNs)}
            width={Math.max(0, time(bin.toNs) - time(bin.fromNs) - 1)}
            y={rate.toY(bin.rate)}
            height={Math.max(0, rate.toY(0) - rate.toY(bin.rate))}
          />
        ))}
        <LeftAxis
          ticks={depth.ticks(formatCount)}
          left={LEFT}
          right={LEFT + plotPx}
          title="tasks queued, at most"
          top={TOP + panePx + BETWEEN - 8}
        />
        <path className="chart-depth" d={steps(bins, time, depth.toY)} />
        {ends.map((at, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order of the selection is what tells them apart
          <g key={position} className="chart-chosen-line">
            <line x1={time(at)} x2={time(at)} y1={TOP} y2={bottom} />
            <path className="chart-flag" d={`M${time(at) - 5} ${TOP - 8}h10l-5 8z`} />
          </g>
        ))}
      </svg>
    </ChartSurface>
  );
}

function binText({ fromNs, toNs, finished, rate, depth }: FlowBin, originNs: number): string {
  const results = `${formatCount(finished)} ${finished === 1 ? 'result' : 'results'}`;
  const between = `${formatDuration(fromNs - originNs)} to ${formatDuration(toNs - originNs)}`;
  return `${between}: ${results}, ${formatRate(rate)}; at most ${formatCount(depth)} queued`;
}

interface Upwards {
  toY(value: number): number;
  ticks(format: (value: number) => string): AxisTick[];
}

/** A linear scale from zero, with two or three whole ticks. */
function upwards(largest: number, top: number, height: number): Upwards {
  const scale = scaleLinear([0, Math.max(1, largest)], [top + height, top]);
  const count = height < 60 ? 2 : 3;
  const values = scale.ticks(count).filter((value) => Number.isInteger(value));
  return { toY: scale, ticks: (format) => values.map((value) => ({ at: scale(value), text: format(value) })) };
}

function steps(bins: readonly FlowBin[], toX: (at: number) => number, toY: (value: number) => number): string {
  const [first] = bins;
  if (first === undefined) return '';
  const path = bins.map(({ toNs, depth }) => `V${toY(depth)}H${toX(toNs)}`).join('');
  return `M${toX(first.fromNs)} ${toY(0)}${path}V${toY(0)}Z`;
}
