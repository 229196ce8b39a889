/** All charts, in the order of their list. */

import { memo } from 'react';
import { BusyChart } from './busy-chart';
import { BusyTable } from './busy-table';
import type { ChartKind } from './chart-kind';
import { FindThese } from './find-these';
import { FlowChart } from './flow-chart';
import { FlowTable } from './flow-table';
import { GanttChart } from './gantt-chart';
import { GanttTable } from './gantt-table';
import { LatencyChart } from './latency-chart';
import { LatencyTable } from './latency-table';
import { SizeChart } from './size-chart';
import { SizeControls } from './size-controls';
import { SizeTable } from './size-table';

export const CHARTS: readonly ChartKind[] = [
  {
    id: 'phases',
    name: 'Phases',
    title: 'How long each phase took',
    line: 'The higher a bar, the more tasks took that long. To the right times grow tenfold.',
    overTime: false,
    Picture: memo(LatencyChart),
    Table: LatencyTable,
    methods: ['phase.time', 'stats.count', 'stats.quantile'],
    Controls: FindThese,
  },
  {
    id: 'busy',
    name: 'Busy share',
    title: 'What each worker did with its time',
    line: 'Blue is work; orange is pickling; grey waited for work.',
    overTime: false,
    Picture: memo(BusyChart),
    Table: BusyTable,
    methods: ['busy.part', 'busy.share'],
  },
  {
    id: 'flow',
    name: 'Throughput',
    title: 'Results and queued tasks over time',
    line: 'Results fall where workers wait; the queue empties as they work.',
    overTime: true,
    Picture: memo(FlowChart),
    Table: FlowTable,
    methods: ['flow.rate', 'flow.depth'],
  },
  {
    id: 'sizes',
    name: 'Size and time',
    title: 'Do larger pickles take longer?',
    line: 'Where it rises, time grows with bytes.',
    overTime: false,
    Picture: memo(SizeChart),
    Table: SizeTable,
    methods: ['task.bytes', 'phase.time'],
    Controls: SizeControls,
  },
  {
    id: 'gantt',
    name: 'Tasks over time',
    title: 'When each task was where',
    line: 'From submitted to delivered: grey waits, orange and yellow cross over, blue runs.',
    overTime: true,
    Picture: memo(GanttChart),
    Table: GanttTable,
    methods: ['task.moment'],
  },
];
