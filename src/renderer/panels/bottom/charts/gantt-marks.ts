/** What can be pointed at in the chart of tasks: a task, or a band of tasks. */
import { formatCount, formatDuration } from '../../../../shared/format';
import { phaseNanos } from '../../../../shared/phases';
import type { Gantt } from '../../../derive/charts/gantt';
import { rowsWhere } from '../../../derive/charts/rows-of';
import type { Scope } from '../../../derive/charts/scope';
import type { TaskGrid } from '../../../derive/charts/task-grid';
import type { Facts } from '../../../store/facts';
import type { Box, Mark } from './marks';

export function ganttMarks(facts: Facts, scope: Scope, { fromTask, toTask, rows, grid }: Gantt, plot: Box): Mark[] {
  if (grid !== null) return bandMarks(facts, scope, grid, plot);
  const high = plot.height / (toTask - fromTask);
  const { columns } = facts.data.table;
  return (rows ?? []).map(
    (row): Mark => ({
      key: row,
      x: plot.x,
      y: plot.y + ((columns.task[row] ?? 0) - fromTask) * high,
      width: plot.width,
      height: high,
      text: () => taskText(facts, row),
      rows: () => [row],
    }),
  );
}

function taskText({ data }: Facts, row: number): string {
  const { columns } = data.table;
  const whole = (columns.delivered[row] ?? Number.NaN) - (columns.submitted[row] ?? Number.NaN);
  const attempt = (columns.attempt[row] ?? 1) > 1 ? `, attempt ${columns.attempt[row]}` : '';
  return `Task ${columns.task[row]}${attempt}: run ${formatDuration(phaseNanos(columns, row, 'run'))}, submitted to delivered ${formatDuration(whole)}`;
}

function bandMarks(facts: Facts, scope: Scope, grid: TaskGrid, plot: Box): Mark[] {
  const { bands } = grid.options;
  const high = plot.height / bands;
  const { task } = facts.data.table.columns;
  return Array.from({ length: bands }, (_, band): Mark => {
    const { from, to } = grid.tasksOf(band);
    return {
      key: `${from} ${to}`,
      x: plot.x,
      y: plot.y + band * high,
      width: plot.width,
      height: high,
      text: () => `Tasks ${formatCount(from)} to ${formatCount(to - 1)}: ${formatCount(to - from)} tasks`,
      rows: () => rowsWhere(facts, scope, (row) => (task[row] ?? 0) >= from && (task[row] ?? 0) < to),
    };
  });
}
