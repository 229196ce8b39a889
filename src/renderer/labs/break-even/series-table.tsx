/** The measured points as a table, beside what was predicted of each. */
import type { Costs } from '../../../shared/break-even/costs';
import { predict } from '../../../shared/break-even/predict';
import { formatFactor } from '../../../shared/format';
import { settingOf } from '../../derive/break-even/setting';
import { amdahl, type SeriesPoint } from '../../derive/break-even/worker-curves';
import { ChartTable, type TableColumn } from '../../panels/bottom/charts/chart-table';
import type { BreakEvenControls } from '../../store/break-even';
import { msText } from './break-even-words';

export const SERIES_COLUMNS: readonly TableColumn[] = [
  { name: 'Workers' },
  { name: 'Pool', method: 'break-even.pool' },
  { name: 'Boot', method: 'boot' },
  { name: 'Speed-up', method: 'break-even.measured' },
  { name: 'With overhead', method: 'break-even.predicted' },
  { name: 'Amdahl', method: 'break-even.amdahl' },
];

interface SeriesTableProps {
  readonly costs: Costs;
  readonly controls: BreakEvenControls;
  readonly points: readonly SeriesPoint[];
  readonly serial: number;
}

export function SeriesTable({ costs, controls, points, serial }: SeriesTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="break-even-table" aria-label="Speed-up by workers" tabIndex={0}>
      <ChartTable
        caption="Speed-up by the number of workers"
        columns={SERIES_COLUMNS}
        lines={points.map(({ workers, poolMs, bootMs, speedup }) => ({
          key: String(workers),
          cells: [
            String(workers),
            msText(poolMs),
            msText(bootMs),
            formatFactor(speedup),
            formatFactor(predict(costs, settingOf({ ...controls, workers })).speedup),
            formatFactor(amdahl(serial, workers)),
          ],
        }))}
      />
    </section>
  );
}
