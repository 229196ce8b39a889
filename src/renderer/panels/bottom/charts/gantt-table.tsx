/** The tasks of the chart in figures, by task. */
import { formatCount, NO_VALUE } from '../../../../shared/format';
import { phaseNanos } from '../../../../shared/phases';
import { gantt } from '../../../derive/charts/gantt';
import { runExtent } from '../../../derive/run-extent';
import { selectRow } from '../select-row';
import { SelectGrid } from '../table/select-grid';
import { ChartEmpty } from './chart-empty';
import type { ChartProps } from './chart-kind';
import { timeUnit } from './column-unit';

/** Up to here tasks are listed in their order; beyond, in the order of dispatch. */
const ROOM = { bars: 20_000, bands: 1, columns: 1 } as const;
/** Browsers cannot lay out more rows than this. */
const MOST_LISTED = 1_000_000;

export function GanttTable({ facts, scope, stretch, follows, selection }: ChartProps) {
  const { rows } = gantt(facts, stretch, scope, scope === null && !follows, ROOM);
  const count = Math.min(MOST_LISTED, rows?.length ?? facts.data.table.length);
  if (count === 0) return <ChartEmpty>No worker was at a task in this stretch.</ChartEmpty>;
  const { originNs, endNs } = runExtent(facts);
  const { columns } = facts.data.table;
  const unit = timeUnit(endNs - originNs);
  const rowAt = (index: number): number => (rows === null ? index : (rows[index] ?? 0));
  const last = selection.at(-1);
  const selected = last === undefined ? -1 : rows === null ? last : rows.indexOf(last);
  const since = (at: number | undefined): string => unit.format((at ?? Number.NaN) - originNs);
  return (
    <div className="chart-grid">
      <SelectGrid
        label={`Times of ${formatCount(count)} tasks${rows === null ? ' of the run, in the order of dispatch' : ''}`}
        testId="chart-gantt-table"
        columns={[
          { name: 'Task', width: '72px', align: 'right' },
          { name: 'PID', width: '88px', align: 'right', method: 'task.pid' },
          { name: `Submitted (${unit.name})`, align: 'right', method: 'task.moment' },
          { name: `Run from (${unit.name})`, align: 'right', method: 'task.moment' },
          { name: `Run (${unit.name})`, align: 'right', method: 'phase.run' },
          { name: `Delivered (${unit.name})`, align: 'right', method: 'task.moment' },
        ]}
        count={count}
        selected={selected >= 0 && selected < count ? selected : null}
        onSelect={(index) => selectRow(rowAt(index))}
        renderCells={(index) => {
          const row = rowAt(index);
          return (
            <>
              <td data-align="right">{columns.task[row]}</td>
              <td className="bottom-mono" data-align="right">
                {facts.data.workers[columns.worker[row] ?? 0]?.pid ?? NO_VALUE}
              </td>
              <td data-align="right">{since(columns.submitted[row])}</td>
              <td data-align="right">{since(columns.runBegin[row])}</td>
              <td data-align="right">{unit.format(phaseNanos(columns, row, 'run'))}</td>
              <td data-align="right">{since(columns.delivered[row])}</td>
            </>
          );
        }}
      />
    </div>
  );
}
