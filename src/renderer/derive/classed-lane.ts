/**
 * The tasks of a lane divided by colour: spans of the lane's work whose time goes to the parts of a classing. Made when
 * colours ask for it and dropped with the classing; takes as long as it takes to read each span once, and for K colours
 * K + 2 bytes a task.
 */
import type { TaskTable } from '../../shared/task-table';
import { outcomeCode } from '../../shared/telemetry';
import type { Classing } from './classing';
import type { LaneIndex } from './lane-index';
import { SpanSeries } from './span-series';

export class ClassedLane {
  /** Its spans are the first of `lane.work`: those whose outcome is known, for then their colour no longer changes. */
  readonly series: SpanSeries;

  constructor(
    private readonly lane: LaneIndex,
    classing: Classing,
    private readonly table: TaskTable,
  ) {
    this.series = new SpanSeries(classing.parts, false, (span, into) => {
      classing.write(lane.rows.array[span] ?? 0, lane.work.momentsOf(span), into);
    });
  }

  /** Takes in what has become final. @param most spans @returns how many it took */
  extend(most: number): number {
    const { lane, series, table } = this;
    const end = Math.min(lane.work.length, series.length + most);
    const from = series.length;
    while (series.length < end) {
      const row = lane.rows.array[series.length] ?? 0;
      if (table.columns.outcome[row] === outcomeCode.pending) break;
      series.append();
    }
    return series.length - from;
  }
}

const lanes = new WeakMap<Classing, WeakMap<LaneIndex, ClassedLane>>();

/** The lane in a classing, as far as it has been extended. */
export function classedLane(lane: LaneIndex, classing: Classing, table: TaskTable): ClassedLane {
  let known = lanes.get(classing);
  if (known === undefined) {
    known = new WeakMap();
    lanes.set(classing, known);
  }
  let classed = known.get(lane);
  if (classed === undefined) {
    classed = new ClassedLane(lane, classing, table);
    known.set(lane, classed);
  }
  return classed;
}
