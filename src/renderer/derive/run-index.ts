/**
 * The index of a run, from which everything that draws or counts reads: one lane per worker, the caller, queue depth,
 * totals. Kept up incrementally: taking a batch in costs what is new in it.
 */
import { Vector } from '../../shared/vector';
import type { Facts, RunData } from '../store/facts';
import { CallerIndex } from './caller-index';
import { LaneIndex } from './lane-index';
import { laneOrder } from './lane-order';
import { MaxPyramid } from './max-pyramid';
import { PhaseHistograms } from './phase-histograms';
import { reachedWorker } from './reached-worker';
import { RunTotals } from './run-totals';

export class RunIndex {
  /** By worker index; a worker that has not been heard of leaves a hole. */
  readonly lanes: (LaneIndex | undefined)[] = [];
  readonly caller: CallerIndex;
  readonly queueMax: MaxPyramid;
  readonly totals = new RunTotals();
  readonly phases = new PhaseHistograms();
  /** Position of each worker's latest sample of CPU and memory, by worker index. */
  readonly latestSample: (number | undefined)[] = [];
  /** Indexes of workers in the order of their lanes. */
  order: readonly number[] = [];
  private rows = 0;
  private samples = 0;
  private delivered = 0;
  /** By worker: rows whose results the caller has loaded since the last time. */
  private readonly loaded: Vector<Uint32Array>[] = [];

  constructor(private readonly data: RunData) {
    this.caller = new CallerIndex(data.table);
    this.queueMax = new MaxPyramid(data.queueDepth);
  }

  update(): void {
    const { data } = this;
    for (const worker of data.workers) if (worker !== undefined) this.lane(worker.index);
    if (this.order.length !== data.workers.length) this.order = laneOrder(data.workers);
    while (this.rows < data.table.length) this.addRow(this.rows++);
    for (const lane of this.lanes) lane?.update();
    this.caller.addLoaded(this.loaded);
    for (const list of this.loaded) list.length = 0;
    for (; this.delivered < data.deliveredRows.length; this.delivered++) {
      this.phases.addDelivered(data.table.columns, data.deliveredRows.array[this.delivered] ?? 0);
    }
    this.queueMax.update();
    for (; this.samples < data.sampleAt.length; this.samples++) {
      this.latestSample[data.sampleWorker.array[this.samples] ?? 0] = this.samples;
    }
  }

  private addRow(row: number): void {
    const { columns } = this.data.table;
    this.totals.addNew(columns, row);
    this.caller.addRow(row);
    if (reachedWorker(columns, row)) this.lane(columns.worker[row] ?? 0).addRow(row);
    else this.addSettled(row);
  }

  private addSettled(row: number): void {
    const { columns } = this.data.table;
    this.totals.addSettled(columns, row);
    this.phases.addSettled(columns, row);
  }

  private lane(worker: number): LaneIndex {
    const known = this.lanes[worker];
    if (known !== undefined) return known;
    const { table, workers } = this.data;
    const lane = new LaneIndex(table, workers, worker);
    const loaded = new Vector(Uint32Array);
    this.loaded.push(loaded);
    lane.onSettled = (row) => {
      this.addSettled(row);
      if (!Number.isNaN(table.columns.resultLoadsBegin[row] ?? Number.NaN)) loaded.push(row);
    };
    this.lanes[worker] = lane;
    return lane;
  }
}

const indexes = new WeakMap<RunData, { index: RunIndex; revision: number }>();

/** The index of the run in `facts`, up to date. Everyone shares it; it is made once a run. */
export function runIndexOf(facts: Facts): RunIndex {
  let known = indexes.get(facts.data);
  if (known === undefined) {
    known = { index: new RunIndex(facts.data), revision: -1 };
    indexes.set(facts.data, known);
  }
  if (known.revision !== facts.revision) {
    known.index.update();
    known.revision = facts.revision;
  }
  return known.index;
}
