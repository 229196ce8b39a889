/** What each worker did with its time, in figures. */
import { formatPercent, NO_VALUE, THIN_SPACE } from '../../../../shared/format';
import { BUSY_PARTS, busyShares } from '../../../derive/charts/busy-shares';
import { BUSY_LABELS } from './busy-words';
import type { ChartProps } from './chart-kind';
import { ChartTable } from './chart-table';
import { timeUnit } from './column-unit';

export function BusyTable({ facts, scope, selection }: ChartProps) {
  const { workers, stretchNs } = busyShares(facts, scope);
  const unit = timeUnit(stretchNs);
  const column = facts.data.table.columns.worker;
  const chosen = new Set(selection.map((row) => column[row]));
  return (
    <ChartTable
      caption={`What each worker did with ${unit.format(stretchNs)}${THIN_SPACE}${unit.name}`}
      columns={[
        { name: 'PID', method: 'worker.pid' },
        ...BUSY_PARTS.map((part) => ({ name: `${BUSY_LABELS[part]} (${unit.name})`, method: 'busy.part' as const })),
        { name: 'run, share', method: 'busy.share' },
      ]}
      lines={workers.map(({ worker, pid, ns }) => ({
        key: worker,
        selected: chosen.has(worker),
        cells: [
          pid ?? NO_VALUE,
          ...BUSY_PARTS.map((part) => unit.format(ns[part])),
          formatPercent(stretchNs > 0 ? ns.run / stretchNs : Number.NaN),
        ],
      }))}
    />
  );
}
