/** Every task over time: its index downwards, from submitted to delivered with its phases. */
import { scaleLinear } from 'd3';
import { useRef } from 'react';
import { formatCount } from '../../../../shared/format';
import { type Gantt, gantt } from '../../../derive/charts/gantt';
import { runExtent } from '../../../derive/run-extent';
import { offscreenSurface, PixelStrip } from '../../../timeline/pixel-strip';
import { type AxisTick, BottomAxis, LeftAxis } from './axis';
import { ChartCanvas, type DrawChart } from './chart-canvas';
import { ChartEmpty } from './chart-empty';
import type { ChartPictureProps } from './chart-kind';
import { ChartSurface } from './chart-surface';
import { COLUMN_PX, drawBands, drawTasks, type GanttStrip } from './gantt-draw';
import { ganttMarks } from './gantt-marks';
import { timeTicks } from './time-ticks';
import { useAgain } from './use-again';

const LEFT = 64;
const RIGHT = 16;
const TOP = 18;
const FOOT = 20;
/** Least height of a task that is drawn by itself. */
const BAR_PX = 1.25;
const BAND_PX = 7;

export function GanttChart({ facts, scope, stretch, follows, selection, width, height }: ChartPictureProps) {
  const strip = useRef<PixelStrip | null>(null);
  const plot = { x: LEFT, y: TOP, width: Math.max(8, width - LEFT - RIGHT), height: Math.max(48, height - TOP - FOOT) };
  const bottom = TOP + plot.height;
  const shown = gantt(facts, stretch, scope, scope === null && !follows, {
    bars: plot.height / BAR_PX,
    bands: Math.floor(plot.height / BAND_PX),
    columns: Math.ceil((plot.width * window.devicePixelRatio) / COLUMN_PX),
  });
  useAgain(!shown.complete);
  if (shown.rows?.length === 0) return <ChartEmpty>No worker was at a task in this stretch.</ChartEmpty>;
  const { originNs, endNs } = runExtent(facts);
  const time = scaleLinear([stretch.fromNs, stretch.toNs], [LEFT, LEFT + plot.width]);
  const { columns } = facts.data.table;
  const toY = (task: number): number => TOP + ((task - shown.fromTask) / (shown.toTask - shown.fromTask)) * plot.height;

  const draw: DrawChart = (ctx, theme, dpr) => {
    strip.current ??= new PixelStrip(offscreenSurface());
    const pixels = strip.current;
    pixels.resize(Math.round(plot.width * dpr), Math.round(plot.height * dpr));
    pixels.fill(theme.paints.background);
    const nsPerPx = (stretch.toNs - stretch.fromNs) / pixels.width;
    const target: GanttStrip = { strip: pixels, startNs: stretch.fromNs, nsPerPx };
    if (shown.grid === null) drawTasks(target, theme, shown, facts);
    else drawBands(target, theme, shown.grid);
    pixels.draw(ctx, plot.x, plot.y, dpr);
  };

  return (
    <ChartSurface
      label={`Tasks ${formatCount(shown.fromTask)} to ${formatCount(shown.toTask - 1)} over time, from submitted to delivered`}
      marks={ganttMarks(facts, scope, shown, plot)}
      width={width}
      height={bottom + FOOT}
      testId="chart-gantt"
    >
      <ChartCanvas width={width} height={bottom + FOOT} draw={draw} />
      <svg className="chart-svg" width={width} height={bottom + FOOT} aria-hidden="true">
        <BottomAxis
          ticks={timeTicks(stretch.fromNs, stretch.toNs, originNs, plot.width, time)}
          left={LEFT}
          right={LEFT + plot.width}
          top={bottom}
          bottom={bottom}
        />
        <LeftAxis ticks={taskTicks(shown, toY)} left={LEFT} right={LEFT} title={lineText(shown)} top={12} />
        {selection.map((row) => {
          const y = toY(columns.task[row] ?? 0);
          const high = plot.height / (shown.toTask - shown.fromTask);
          if (y < TOP - 0.5 || y > bottom) return null;
          const from = time(columns.submitted[row] || (columns.runBegin[row] ?? stretch.fromNs));
          const to = time(columns.delivered[row] || columns.completed[row] || endNs);
          const [x0, x1] = [Math.max(LEFT, from), Math.min(LEFT + plot.width, to)];
          return (
            <g key={row} data-selected={row}>
              {x1 > x0 && (
                <rect
                  className="chart-chosen"
                  x={x0 - 1}
                  y={y - 1}
                  width={x1 - x0 + 2}
                  height={Math.max(1, high) + 2}
                />
              )}
              <path className="chart-flag" d={`M${LEFT - 7} ${y + high / 2 - 5}l7 5l-7 5z`} />
            </g>
          );
        })}
      </svg>
    </ChartSurface>
  );
}

/** What one line of the chart stands for. */
function lineText({ grid, complete }: Gantt): string {
  if (grid === null) return 'each line is a task';
  const { from, to } = grid.tasksOf(0);
  const counted = complete ? '' : '; counting';
  return `each line is ${formatCount(to - from)} tasks: colours share it as their times do${counted}`;
}

function taskTicks({ fromTask, toTask }: Gantt, toY: (task: number) => number): AxisTick[] {
  const high = toY(fromTask + 1) - toY(fromTask);
  return scaleLinear([fromTask, Math.max(fromTask + 1, toTask - 1)], [0, 1])
    .ticks(5)
    .filter((task) => Number.isInteger(task) && task < toTask)
    .map((task) => ({ at: toY(task) + Math.min(high, 16) / 2, text: formatCount(task) }));
}
