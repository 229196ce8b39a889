/**
 * How much of their time groups of tasks spent in each part, over time: bands of tasks times bins of time. Taking a row
 * in costs the same however long its phases last; what a band did in any stretch is exact to a bin.
 */
import { INTERVALS, type Phase } from '../../../shared/phases';
import { MOMENTS, type TaskColumns } from '../../../shared/telemetry';
import type { RowCounter } from './per-scope';

export const GANTT_PARTS = ['queueWait', 'dumps', 'flight', 'loads', 'run', 'orderWait'] as const;
export type GanttPart = (typeof GANTT_PARTS)[number];

const PART_OF: Readonly<Record<Phase, GanttPart>> = {
  queueWait: 'queueWait',
  dumpsArgs: 'dumps',
  sendArgs: 'flight',
  loadsArgs: 'loads',
  run: 'run',
  dumpsResult: 'dumps',
  sendResult: 'flight',
  loadsResult: 'loads',
  orderWait: 'orderWait',
};

/** Of each interval between two moments of a row, the part that it belongs to. */
export const PART_OF_INTERVAL: readonly number[] = INTERVALS.map(({ phase }) => GANTT_PARTS.indexOf(PART_OF[phase]));
const PARTS = GANTT_PARTS.length;

export interface TaskGridOptions {
  /** Tasks of the first band begin here; [fromTask, toTask). */
  readonly fromTask: number;
  readonly toTask: number;
  readonly bands: number;
  readonly fromNs: number;
  readonly binNs: number;
  readonly bins: number;
  /** When time runs out of the grid, bins become twice as long; otherwise what lies outside is cut off. */
  readonly grows: boolean;
}

/**
 * Of each band and part, by bin: how many spans begin less how many end there (`counts`), and where (`places`, in bins).
 * The time spent until the edge of bin k is then the sum of counts so far times k, less the sum of places.
 */
export class TaskGrid implements RowCounter {
  binNs: number;
  private readonly counts: Int32Array;
  private readonly places: Float64Array;
  private readonly until: Float64Array;
  private columns: TaskColumns | undefined;
  private moments: readonly Float64Array[] = [];

  constructor(readonly options: TaskGridOptions) {
    const { bands, bins } = options;
    this.binNs = options.binNs;
    this.counts = new Int32Array(bands * PARTS * bins);
    this.places = new Float64Array(bands * PARTS * bins);
    this.until = new Float64Array(bins + 1);
  }

  bandOf(task: number): number {
    const { fromTask, toTask, bands } = this.options;
    return Math.floor(((task - fromTask) * bands) / (toTask - fromTask));
  }

  /** Tasks of a band: [from, to). */
  tasksOf(band: number): { from: number; to: number } {
    const { fromTask, toTask, bands } = this.options;
    const edge = (at: number): number => fromTask + Math.ceil((at * (toTask - fromTask)) / bands);
    return { from: edge(band), to: edge(band + 1) };
  }

  /** @param nowNs until when what has not ended lasts; left out: it is not counted */
  add(columns: TaskColumns, row: number, nowNs = Number.NaN): void {
    if (columns !== this.columns) {
      this.columns = columns;
      this.moments = MOMENTS.map((moment) => columns[moment]);
    }
    const band = this.bandOf(columns.task[row] ?? 0);
    if (band < 0 || band >= this.options.bands) return;
    for (let interval = 0; interval < PART_OF_INTERVAL.length; interval++) {
      const begin = this.moments[interval]?.[row] ?? Number.NaN;
      let end = this.moments[interval + 1]?.[row] ?? Number.NaN;
      if (Number.isNaN(end)) end = nowNs;
      if (end > begin) this.addSpan(band * PARTS + (PART_OF_INTERVAL[interval] ?? 0), begin, end);
    }
  }

  /**
   * Writes what share of their time the tasks of a band spent in each part into `into`, GANTT_PARTS.length numbers a
   * column: 1 is all of the band's tasks for all of the column.
   */
  shares(band: number, fromNs: number, columnNs: number, columns: number, into: Float32Array): void {
    const { from, to } = this.tasksOf(band);
    const whole = (to - from) * columnNs;
    for (let part = 0; part < PARTS; part++) {
      this.sumUp(band * PARTS + part);
      let before = this.untilAt(fromNs);
      for (let column = 0; column < columns; column++) {
        const until = this.untilAt(fromNs + (column + 1) * columnNs);
        into[column * PARTS + part] = whole > 0 ? ((until - before) * this.binNs) / whole : 0;
        before = until;
      }
    }
  }

  private addSpan(slot: number, begin: number, end: number): void {
    const { fromNs, bins, grows } = this.options;
    while (grows && end - fromNs > this.binNs * bins) this.double();
    const from = Math.min(Math.max((begin - fromNs) / this.binNs, 0), bins);
    const to = Math.min(Math.max((end - fromNs) / this.binNs, 0), bins);
    if (to <= from) return;
    this.put(slot, from, 1);
    this.put(slot, to, -1);
  }

  private put(slot: number, place: number, weight: number): void {
    const { bins } = this.options;
    if (place >= bins) return;
    const at = slot * bins + Math.floor(place);
    this.counts[at] = (this.counts[at] ?? 0) + weight;
    this.places[at] = (this.places[at] ?? 0) + weight * place;
  }

  private double(): void {
    const { counts, places } = this;
    const { bins, bands } = this.options;
    this.binNs *= 2;
    for (let slot = 0; slot < bands * PARTS; slot++) {
      const first = slot * bins;
      for (let bin = 0; bin < bins; bin++) {
        const two = first + bin * 2;
        const inside = bin * 2 < bins;
        counts[first + bin] = inside ? (counts[two] ?? 0) + (counts[two + 1] ?? 0) : 0;
        places[first + bin] = inside ? ((places[two] ?? 0) + (places[two + 1] ?? 0)) / 2 : 0;
      }
    }
  }

  /** Fills `until`: time spent until each edge, in bins. */
  private sumUp(slot: number): void {
    const { bins } = this.options;
    let count = 0;
    let place = 0;
    this.until[0] = 0;
    for (let bin = 0; bin < bins; bin++) {
      count += this.counts[slot * bins + bin] ?? 0;
      place += this.places[slot * bins + bin] ?? 0;
      this.until[bin + 1] = count * (bin + 1) - place;
    }
  }

  private untilAt(ns: number): number {
    const { fromNs, bins } = this.options;
    const at = Math.min(Math.max((ns - fromNs) / this.binNs, 0), bins);
    const bin = Math.min(bins - 1, Math.floor(at));
    const [low, high] = [this.until[bin] ?? 0, this.until[bin + 1] ?? 0];
    return low + (high - low) * (at - bin);
  }
}
