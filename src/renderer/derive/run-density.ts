/**
 * How busy the whole run was, in as many columns as the minimap has pixels: useful work, what the boundary cost, and
 * where something went wrong. Costs columns and workers, not tasks.
 */
import type { SliceLane } from '../../shared/slices';
import type { Facts } from '../store/facts';
import { lowerBoundBy } from './binary-search';
import type { CallerIndex } from './caller-index';
import { type LaneIndex, WORK_PARTS } from './lane-index';
import { type ColumnGrid, pixelColumns } from './pixel-columns';
import { NO_ROW } from './row-cursor';
import { runIndexOf } from './run-index';
import { isSlicesOnly } from './slices/is-slices-only';
import type { SpanSeries } from './span-series';

export interface RunDensity {
  /** By column: workers at work on a run, on average. */
  readonly run: Float32Array;
  /** By column: workers, or the caller, that dump or load, on average. */
  readonly boundary: Float32Array;
  /** By column: 1 where a task failed or was lost, or a worker died. */
  readonly trouble: Uint8Array;
  /** Workers that can be at work at the same time. */
  readonly slots: number;
}

export function runDensity(facts: Facts, grid: ColumnGrid, columns: number): RunDensity {
  const { lanes, caller } = runIndexOf(facts);
  const density: RunDensity = {
    run: new Float32Array(columns),
    boundary: new Float32Array(columns),
    trouble: new Uint8Array(columns),
    slots: Math.max(1, new Set(facts.data.workers.map((worker) => worker.slot)).size, slicesBusy(facts)),
  };
  for (const lane of lanes) if (lane !== undefined) addLane(facts, lane, grid, columns, density);
  addCaller(caller, grid, columns, density);
  if (isSlicesOnly(facts)) addSlices(facts.data.slices.lanes, grid, columns, density);
  return density;
}

function addLane(facts: Facts, lane: LaneIndex, grid: ColumnGrid, columns: number, density: RunDensity): void {
  const record = facts.data.workers[lane.worker];
  if (record === undefined) return;
  const end = record.exit?.at ?? facts.now;
  // A pool that replaces its workers has many; each is looked at where it lived.
  const from = columnOf(grid, record.readyAt ?? end, columns);
  const to = columnOf(grid, end, columns) + 1;
  addShares(lane.work, grid, from, Math.min(to, columns), (column, shares, slot) => {
    add(density.run, column, shares[slot + WORK_PARTS.run]);
    add(density.boundary, column, shares[slot + WORK_PARTS.loads]);
    add(density.boundary, column, shares[slot + WORK_PARTS.dumps]);
  });
  const current = lane.current();
  if (current !== NO_ROW) addStretch(density.run, grid, lane.beginOf(current), end, columns);
  const { array, length } = lane.troubles;
  mark(density.trouble, grid, length, (position) => lane.troubleAt(array[position] ?? 0));
  if (record.exit?.kind === 'crashed') mark(density.trouble, grid, 1, () => end);
}

/** Threads of a trace without a pool: each that has an outermost slice is at work. */
const slicesBusy = (facts: Facts): number => (isSlicesOnly(facts) ? facts.data.slices.lanes.length : 0);

function addSlices(lanes: readonly SliceLane[], grid: ColumnGrid, columns: number, density: RunDensity): void {
  for (const { begin, end, rows } of lanes) {
    for (let slice = 0; slice < (rows[1] ?? 0); slice++)
      addStretch(density.run, grid, begin[slice] ?? Number.NaN, end[slice] ?? Number.NaN, columns);
  }
}

function addCaller(caller: CallerIndex, grid: ColumnGrid, columns: number, density: RunDensity): void {
  for (const series of [caller.dumps, caller.loads]) {
    addShares(series, grid, 0, columns, (column, shares, slot) => add(density.boundary, column, shares[slot]));
  }
  const { array, length } = caller.troubles;
  mark(density.trouble, grid, length, (position) => caller.troubleAt(array[position] ?? 0));
}

let shares = new Float32Array(0);

function addShares(
  series: SpanSeries,
  grid: ColumnGrid,
  from: number,
  to: number,
  take: (column: number, shares: Float32Array, slot: number) => void,
): void {
  if (to <= from || series.length === 0) return;
  const size = (to - from) * series.parts;
  if (shares.length < size) shares = new Float32Array(size);
  pixelColumns(series, grid, from, to, shares, grid.nsPerPx);
  for (let column = from; column < to; column++) take(column, shares, (column - from) * series.parts);
}

/** A stretch of time that is not in a series yet. */
function addStretch(into: Float32Array, grid: ColumnGrid, fromNs: number, toNs: number, columns: number): void {
  const last = columnOf(grid, toNs, columns);
  for (let column = columnOf(grid, fromNs, columns); column <= last; column++) {
    const begin = grid.startNs + column * grid.nsPerPx;
    add(into, column, Math.max(0, Math.min(toNs, begin + grid.nsPerPx) - Math.max(fromNs, begin)) / grid.nsPerPx);
  }
}

/** Costs a search for each column that is marked, however many moments share it. */
function mark(into: Uint8Array, grid: ColumnGrid, length: number, momentOf: (position: number) => number): void {
  for (let position = 0; position < length; ) {
    const column = Math.floor((momentOf(position) - grid.startNs) / grid.nsPerPx);
    if (column >= 0 && column < into.length) into[column] = 1;
    const next = grid.startNs + (column + 1) * grid.nsPerPx;
    position = lowerBoundBy(length, momentOf, next, position + 1);
  }
}

function columnOf({ startNs, nsPerPx }: ColumnGrid, atNs: number, columns: number): number {
  return Math.min(columns - 1, Math.max(0, Math.floor((atNs - startNs) / nsPerPx)));
}

function add(into: Float32Array, column: number, share: number | undefined): void {
  into[column] = (into[column] ?? 0) + (share ?? 0);
}
