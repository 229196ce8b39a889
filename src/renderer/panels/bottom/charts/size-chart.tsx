/** How large the pickles were against how long a phase took, both logarithmic. */

import { formatBytes, formatCount, formatDuration } from '../../../../shared/format';
import { PHASE_LABELS, type Phase } from '../../../../shared/phases';
import { isLoop } from '../../../../shared/scenario';
import { rowsWhere } from '../../../derive/charts/rows-of';
import type { Scope } from '../../../derive/charts/scope';
import { isIn, type SizeCell, type SizeGrid, sizeGrid } from '../../../derive/charts/size-grid';
import type { Facts } from '../../../store/facts';
import { BottomAxis, LeftAxis } from './axis';
import { ChartCanvas, type DrawChart } from './chart-canvas';
import { ChartEmpty } from './chart-empty';
import type { ChartPictureProps } from './chart-kind';
import { ChartSurface } from './chart-surface';
import { byteTicksLog, timeTicksLog } from './log-axis';
import type { Mark } from './marks';
import { phaseOf } from './size-choice';
import { drawCells, drawChosen, drawPoints, LEVELS, type Point, strengthOf } from './size-draw';
import { SIZES, type SizeLayout, sizeLayout } from './size-layout';
import { useAgain } from './use-again';

export function SizeChart({ facts, scope, selection, size, width, height }: ChartPictureProps) {
  const phase = phaseOf(size);
  const { counter: grid, complete } = sizeGrid(facts, scope, size.of, phase);
  useAgain(!complete);
  const { columns } = facts.data.table;
  const layout = grid.count === 0 ? null : sizeLayout(grid, width, height);
  const place = (row: number): Point[] => {
    const [bytes, ns] = [grid.bytesOf(columns, row), grid.nanosOf(columns, row)];
    if (layout === null || bytes === 0 || Number.isNaN(ns)) return [];
    return [{ x: layout.x.toPx(bytes), y: layout.y.toPx(ns) }];
  };
  const draw: DrawChart = (ctx, theme) => {
    if (layout === null) return;
    if (layout.cells === null) drawPoints(ctx, theme, phase, grid.points.flatMap(place));
    else drawCells(ctx, theme, layout.cells);
    drawChosen(ctx, theme, selection.flatMap(place));
  };
  if (layout === null) return <ChartEmpty>{whyEmpty(facts, grid)}</ChartEmpty>;
  const marks = layout.cells === null ? pointMarks(facts, grid, phase, place) : cellMarks(facts, scope, grid, layout);
  const { left, right, top, foot } = SIZES;
  return (
    <ChartSurface
      label={`Size of the ${size.of} against ${PHASE_LABELS[phase]}, ${formatCount(grid.count)} tasks`}
      marks={marks}
      width={width}
      height={layout.bottom + foot}
      testId="chart-sizes"
    >
      <svg className="chart-svg" width={width} height={layout.bottom + foot} aria-hidden="true">
        <BottomAxis
          ticks={byteTicksLog(layout.x, 56)}
          left={left}
          right={width - right}
          top={top}
          bottom={layout.bottom}
        />
        <LeftAxis
          ticks={timeTicksLog(layout.y, 24)}
          left={left}
          right={width - right}
          title={PHASE_LABELS[phase]}
          top={12}
        />
        <SizeLegend grid={grid} layout={layout} x={width - right} />
      </svg>
      <ChartCanvas width={width} height={layout.bottom + foot} draw={draw} />
    </ChartSurface>
  );
}

function whyEmpty({ started }: Facts, { withoutSize }: SizeGrid): string {
  if (isLoop(started?.scenario?.engine)) return 'A loop pickles nothing: its tasks have no size.';
  if (withoutSize > 0) return `${formatCount(withoutSize)} tasks came through it, none of them with a size.`;
  return 'Each task appears here once it has come through this phase.';
}

function pointMarks(facts: Facts, grid: SizeGrid, phase: Phase, place: (row: number) => Point[]): Mark[] {
  const { columns } = facts.data.table;
  return grid.points.flatMap((row) =>
    place(row).map(
      ({ x, y }): Mark => ({
        key: row,
        x: x - 2,
        y: y - 2,
        width: 4,
        height: 4,
        text: () => {
          const [bytes, ns] = [formatBytes(grid.bytesOf(columns, row)), formatDuration(grid.nanosOf(columns, row))];
          return `Task ${columns.task[row]}: ${bytes}, ${PHASE_LABELS[phase]} ${ns}`;
        },
        rows: () => [row],
      }),
    ),
  );
}

function cellMarks(facts: Facts, scope: Scope, grid: SizeGrid, { cells }: SizeLayout): Mark[] {
  const { columns } = facts.data.table;
  return (cells ?? []).map(
    ({ cell, ...box }): Mark => ({
      key: `${cell.fromBytes} ${cell.fromNs}`,
      ...box,
      text: () => cellText(cell),
      rows: () => rowsWhere(facts, scope, (row) => isIn(cell, grid.bytesOf(columns, row), grid.nanosOf(columns, row))),
    }),
  );
}

function cellText({ fromBytes, toBytes, fromNs, toNs, count }: SizeCell): string {
  const bytes = `${formatBytes(Math.ceil(fromBytes))} to ${formatBytes(Math.ceil(toBytes))}`;
  return `${bytes}, ${formatDuration(fromNs)} to ${formatDuration(toNs)}: ${formatCount(count)} ${count === 1 ? 'task' : 'tasks'}`;
}

const STEP_PX = 56;

/** What a point or a cell stands for, and what is not drawn. */
function SizeLegend({ grid, layout, x }: { readonly grid: SizeGrid; readonly layout: SizeLayout; readonly x: number }) {
  const without = grid.withoutSize === 0 ? '' : `; ${formatCount(grid.withoutSize)} without a size left out`;
  if (layout.cells === null) {
    return (
      <text className="chart-axis-title" x={x} y={12} textAnchor="end">
        each point is a task{without}
      </text>
    );
  }
  const left = x - LEVELS.length * STEP_PX;
  return (
    <g>
      <text className="chart-axis-title" x={left - 8} y={12} textAnchor="end">
        tasks in a cell{without}
      </text>
      {LEVELS.map((from, level) => (
        <g key={from}>
          <rect
            className="chart-level"
            x={left + level * STEP_PX + 0.5}
            y={3.5}
            width={10}
            height={10}
            fillOpacity={strengthOf(level)}
          />
          <text className="chart-axis-title" x={left + level * STEP_PX + 14} y={12}>
            {formatCount(from)}+
          </text>
        </g>
      ))}
    </g>
  );
}
