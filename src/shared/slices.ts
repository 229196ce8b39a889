/**
 * What a trace of another tool holds besides tasks, and an experiment instead of them: slices that nest, by thread,
 * counters, moments and arrows. All times in ns since the clock base.
 */

/** Moments without a length, by time. */
export interface SliceMarks {
  readonly at: Float64Array;
  /** Numbers of texts, see SliceData. */
  readonly name: Uint32Array;
}

/**
 * One thread, or one kind of overlapping work. 28 bytes a slice: rows one after the other, the outermost first; those
 * of a row do not overlap and are in order of time.
 */
export interface SliceLane {
  /** `async`: what overlaps is drawn side by side, and depth says nothing of who called whom. */
  readonly kind: 'thread' | 'async';
  readonly process: string;
  readonly name: string;
  /** As the trace has them. */
  readonly pid: string;
  readonly tid: string;
  /** First slice of each row, and one more for the end of the last. */
  readonly rows: Uint32Array;
  readonly begin: Float64Array;
  readonly end: Float64Array;
  /** Numbers of texts, see SliceData. */
  readonly nameText: Uint32Array;
  readonly category: Uint32Array;
  /** Number of the text that holds the arguments as JSON, plus one; 0: none. */
  readonly args: Uint32Array;
  readonly marks: SliceMarks;
}

/** One curve of a counter; each value holds until the next one. */
export interface CounterSeries {
  readonly name: string;
  readonly at: Float64Array;
  readonly value: Float64Array;
}

export interface CounterLane {
  readonly process: string;
  readonly name: string;
  readonly series: readonly CounterSeries[];
}

/** Arrows: each from a moment of one lane to a moment of another. */
export interface Flows {
  readonly fromLane: Uint32Array;
  readonly fromAt: Float64Array;
  readonly toLane: Uint32Array;
  readonly toAt: Float64Array;
  /** Numbers of texts. */
  readonly name: Uint32Array;
}

/** A part of what a trace holds. Those of one run add up; lanes are numbered in the order in which they come. */
export interface RunSlices {
  readonly type: 'slices';
  readonly runId: number;
  /** They take the place of all that came before; left out: they add to it. */
  readonly whole?: boolean;
  /** More texts: they follow those that came before. */
  readonly texts: readonly string[];
  readonly lanes: readonly SliceLane[];
  readonly counters: readonly CounterLane[];
  readonly flows: Flows | null;
  /** What a person must know about the file, a sentence each. */
  readonly notices: readonly string[];
}

/** All of it, as it is kept of a run. */
export interface SliceData {
  texts: string[];
  lanes: SliceLane[];
  counters: CounterLane[];
  flows: Flows | null;
  notices: string[];
  /** Slices of all lanes. */
  count: number;
  /** Earliest and latest moment; NaN: there is none. */
  beginNs: number;
  endNs: number;
}

export const noSlices = (): SliceData => ({
  texts: [],
  lanes: [],
  counters: [],
  flows: null,
  notices: [],
  count: 0,
  beginNs: Number.NaN,
  endNs: Number.NaN,
});

export function takeSlices(data: SliceData, { texts, lanes, counters, flows, notices }: RunSlices): void {
  // No spread: there may be more than a call takes arguments.
  for (const text of texts) data.texts.push(text);
  for (const lane of lanes) {
    data.lanes.push(lane);
    data.count += lane.begin.length;
    // The outermost row holds the first of all slices; the last may end anywhere.
    if (lane.begin.length > 0) widen(data, lane.begin[0] ?? 0);
    for (let row = 0; row + 1 < lane.rows.length; row++)
      widen(data, lane.end[(lane.rows[row + 1] ?? 0) - 1] ?? Number.NaN);
    for (const at of [lane.marks.at[0], lane.marks.at.at(-1)]) widen(data, at ?? Number.NaN);
  }
  for (const counter of counters) {
    data.counters.push(counter);
    for (const { at } of counter.series) for (const one of [at[0], at.at(-1)]) widen(data, one ?? Number.NaN);
  }
  data.flows = flows ?? data.flows;
  data.notices.push(...notices);
}

function widen(data: SliceData, at: number): void {
  if (Number.isNaN(at)) return;
  if (!(data.beginNs <= at)) data.beginNs = at;
  if (!(data.endNs >= at)) data.endNs = at;
}
