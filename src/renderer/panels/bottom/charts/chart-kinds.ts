/** All charts, in the order of their list. */
import { BusyChart } from './busy-chart';
import { BusyTable } from './busy-table';
import type { ChartKind } from './chart-kind';
import { FlowChart } from './flow-chart';
import { FlowTable } from './flow-table';
import { LatencyChart } from './latency-chart';
import { LatencyTable } from './latency-table';

export const CHARTS: readonly ChartKind[] = [
  {
    id: 'phases',
    name: 'Phases',
    title: 'How long each phase took',
    line: 'The higher a bar, the more tasks took that long. To the right times grow tenfold.',
    overTime: false,
    Picture: LatencyChart,
    Table: LatencyTable,
  },
  {
    id: 'busy',
    name: 'Busy share',
    title: 'What each worker did with its time',
    line: 'Blue is work; orange is pickling; grey waited for work.',
    overTime: false,
    Picture: BusyChart,
    Table: BusyTable,
  },
  {
    id: 'flow',
    name: 'Throughput',
    title: 'Results and queued tasks over time',
    line: 'Results fall where workers wait; the queue empties as they work.',
    overTime: true,
    Picture: FlowChart,
    Table: FlowTable,
  },
];
