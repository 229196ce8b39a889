/** Throughput and queue depth over time, in figures. */
import { formatCount } from '../../../../shared/format';
import { flow } from '../../../derive/charts/flow';
import { runExtent } from '../../../derive/run-extent';
import type { ChartProps } from './chart-kind';
import { ChartTable } from './chart-table';
import { timeUnit } from './column-unit';

const BINS = 40;

export function FlowTable({ facts, scope, stretch }: ChartProps) {
  const { originNs } = runExtent(facts);
  const { bins } = flow(facts, stretch, scope, BINS);
  const unit = timeUnit(stretch.toNs - originNs);
  return (
    <ChartTable
      caption="Results and queued tasks over time"
      columns={[
        { name: `From (${unit.name})` },
        { name: `To (${unit.name})` },
        { name: 'Results', method: 'flow.results' },
        { name: 'Results a second (/s)', method: 'flow.rate' },
        { name: 'Queued at most', method: 'flow.depth' },
      ]}
      lines={bins.map(({ fromNs, toNs, finished, rate, depth }) => ({
        key: fromNs,
        cells: [
          unit.format(fromNs - originNs),
          unit.format(toNs - originNs),
          formatCount(finished),
          rateText(rate),
          formatCount(depth),
        ],
      }))}
    />
  );
}

/** The unit stands in the head. */
function rateText(perSecond: number): string {
  return perSecond < 99.95 ? perSecond.toFixed(1) : formatCount(perSecond);
}
