/** Sizes against times in figures: task by task while they are few, cell by cell when they are many. */
import { formatBytes, formatCount, formatDuration, NO_VALUE } from '../../../../shared/format';
import { PHASE_LABELS, type Phase } from '../../../../shared/phases';
import { MOST_POINTS, type SizeGrid, sizeGrid } from '../../../derive/charts/size-grid';
import type { Facts } from '../../../store/facts';
import { selectRow } from '../select-row';
import { SelectGrid } from '../table/select-grid';
import { ChartEmpty } from './chart-empty';
import type { ChartProps } from './chart-kind';
import { ChartTable } from './chart-table';
import { sizeUnit, timeUnit } from './column-unit';
import { phaseOf } from './size-choice';
import { useAgain } from './use-again';

export function SizeTable({ facts, scope, selection, size }: ChartProps) {
  const phase = phaseOf(size);
  const { counter: grid, complete } = sizeGrid(facts, scope, size.of, phase);
  useAgain(!complete);
  if (grid.count === 0) return <ChartEmpty>Each task appears here once it has a size and a time.</ChartEmpty>;
  if (grid.count > MOST_POINTS) return <CellTable grid={grid} phase={phase} />;
  return <TaskGrid facts={facts} grid={grid} phase={phase} selected={selection.at(-1)} />;
}

interface TaskGridProps {
  readonly facts: Facts;
  readonly grid: SizeGrid;
  readonly phase: Phase;
  readonly selected: number | undefined;
}

function TaskGrid({ facts, grid, phase, selected }: TaskGridProps) {
  const { columns } = facts.data.table;
  const [bytes, time] = [sizeUnit(grid.maxBytes), timeUnit(grid.maxNs)];
  const at = selected === undefined ? -1 : grid.points.indexOf(selected);
  return (
    <div className="chart-grid">
      <SelectGrid
        label={`Sizes and times of ${formatCount(grid.count)} tasks`}
        testId="chart-sizes-table"
        columns={[
          { name: 'Task', width: '80px', align: 'right' },
          { name: 'PID', width: '88px', align: 'right', method: 'task.pid' },
          { name: `Size (${bytes.name})`, align: 'right', method: 'task.bytes' },
          { name: `${PHASE_LABELS[phase]} (${time.name})`, align: 'right', method: `phase.${phase}` },
        ]}
        count={grid.points.length}
        selected={at < 0 ? null : at}
        onSelect={(index) => selectRow(grid.points[index] ?? 0)}
        renderCells={(index) => {
          const row = grid.points[index] ?? 0;
          return (
            <>
              <td data-align="right">{columns.task[row]}</td>
              <td className="bottom-mono" data-align="right">
                {facts.data.workers[columns.worker[row] ?? 0]?.pid ?? NO_VALUE}
              </td>
              <td data-align="right">{bytes.format(grid.bytesOf(columns, row))}</td>
              <td data-align="right">{time.format(grid.nanosOf(columns, row))}</td>
            </>
          );
        }}
      />
    </div>
  );
}

/** A doubling of size and a doubling of time each. */
function CellTable({ grid, phase }: { readonly grid: SizeGrid; readonly phase: Phase }) {
  return (
    <ChartTable
      caption={`${formatCount(grid.count)} tasks by size and ${PHASE_LABELS[phase]}`}
      columns={[
        { name: 'Size from' },
        { name: 'Size to' },
        { name: 'Time from' },
        { name: 'Time to' },
        { name: 'Tasks', method: 'stats.count' },
      ]}
      lines={grid.cells(8, 8).map(({ fromBytes, toBytes, fromNs, toNs, count }) => ({
        key: `${fromBytes} ${fromNs}`,
        cells: [
          formatBytes(fromBytes),
          formatBytes(toBytes),
          formatDuration(fromNs),
          formatDuration(toNs),
          formatCount(count),
        ],
      }))}
    />
  );
}
