/**
 * The tasks of a stretch of time, from submitted to delivered: one by one while they are few, in bands when they are
 * many. Costs at most some thousands of rows a call; more are counted in steps and kept.
 */
import { outcomeCode } from '../../../shared/telemetry';
import type { Facts } from '../../store/facts';
import { NO_ROW } from '../row-cursor';
import { runExtent } from '../run-extent';
import { type RunIndex, runIndexOf } from '../run-index';
import { perScope } from './per-scope';
import { lanesIn, type Scope, type Stretch } from './scope';
import { TaskGrid } from './task-grid';

/** More rows than this are not looked at each time. */
const MOST_ROWS = 12_000;
/** The grid of a whole run with many tasks. */
const BANDS = 64;
const BINS = 1024;
const FIRST_BIN_NS = 1e6;

export interface Gantt {
  /** Tasks on the axis: [fromTask, toTask). */
  readonly fromTask: number;
  readonly toTask: number;
  /** Rows to draw one by one, by task; null: too many. */
  readonly rows: readonly number[] | null;
  /** What bands of tasks did; null where rows are drawn one by one. */
  readonly grid: TaskGrid | null;
  readonly complete: boolean;
}

export interface GanttRoom {
  /** So many tasks can be drawn one by one; above, about so many bands. */
  readonly bars: number;
  readonly bands: number;
  readonly columns: number;
}

/** @param whole the stretch is the whole run: tasks that only waited are shown, too */
export function gantt(facts: Facts, stretch: Stretch, scope: Scope, whole: boolean, room: GanttRoom): Gantt {
  const index = runIndexOf(facts);
  const { length } = facts.data.table;
  const [low, high] = whole ? [0, length] : rowsAround(index, facts, stretch, scope);
  if (high - low > MOST_ROWS) {
    const { counter, complete } = wholeRun(facts, scope, null);
    return { fromTask: 0, toTask: counter.options.toTask, rows: null, grid: counter, complete };
  }
  const rows = rowsAtWork(facts, stretch, scope, whole, low, high);
  const [fromTask, toTask] = whole ? [0, Math.max(1, facts.started?.tasks ?? 1)] : tasksOf(facts, rows);
  const tasks = toTask - fromTask;
  if (tasks <= room.bars) return { fromTask, toTask, rows, grid: null, complete: true };
  const { columns } = facts.data.table;
  const grid = new TaskGrid({
    fromTask,
    toTask,
    bands: Math.min(tasks, room.bands),
    fromNs: stretch.fromNs,
    binNs: Math.max(1, (stretch.toNs - stretch.fromNs) / room.columns),
    bins: room.columns,
    grows: false,
  });
  for (const row of rows) grid.add(columns, row, openUntil(facts, row));
  return { fromTask, toTask, rows: null, grid, complete: true };
}

/** Until when a phase that has begun and not ended lasts: now, or until the worker died with it. NaN: it never went on. */
export function openUntil(facts: Facts, row: number): number {
  const { outcome, worker } = facts.data.table.columns;
  if (outcome[row] === outcomeCode.lost) return facts.data.workers[worker[row] ?? 0]?.exit?.at ?? Number.NaN;
  return outcome[row] === outcomeCode.pending && facts.ended === null ? runExtent(facts).endNs : Number.NaN;
}

const wholeRun = perScope((_key: null, facts) => {
  const toTask = Math.max(1, facts.started?.tasks ?? 1);
  const { originNs } = runExtent(facts);
  const bands = Math.min(BANDS, toTask);
  return new TaskGrid({ fromTask: 0, toTask, bands, fromNs: originNs, binNs: FIRST_BIN_NS, bins: BINS, grows: true });
});

/**
 * Rows are in order of dispatch, and each worker takes its own in that order: whoever was at work in a stretch lies
 * between the first row that a worker had not finished when it began and the last one begun before its end.
 */
function rowsAround(index: RunIndex, facts: Facts, { fromNs, toNs }: Stretch, scope: Scope): [number, number] {
  const { table } = facts.data;
  let low = table.length;
  let high = 0;
  for (const lane of lanesIn(index, scope)) {
    const { rows, work } = lane;
    const first = work.firstEndingAfter(fromNs);
    const last = work.firstEndingAfter(toNs);
    if (first < rows.length) low = Math.min(low, rows.array[first] ?? 0);
    if (rows.length > 0) high = Math.max(high, (rows.array[Math.min(last, rows.length - 1)] ?? 0) + 1);
    const current = lane.current();
    if (current === NO_ROW) continue;
    low = Math.min(low, current);
    high = Math.max(high, current + 1);
  }
  return [low, Math.max(low, high)];
}

function rowsAtWork(facts: Facts, { fromNs, toNs }: Stretch, scope: Scope, whole: boolean, low: number, high: number) {
  const { columns } = facts.data.table;
  const workers = scope?.workers ? new Set(scope.workers) : null;
  const found: number[] = [];
  for (let row = low; row < high; row++) {
    if (workers !== null && !workers.has(columns.worker[row] ?? 0)) continue;
    if (!whole) {
      const begin = columns.argsLoadsBegin[row] || (columns.runBegin[row] ?? Number.NaN);
      const end = columns.resultDumpsEnd[row] || columns.runEnd[row] || openUntil(facts, row) || begin;
      if (!(begin < toNs && end > fromNs)) continue;
    }
    found.push(row);
  }
  return found.sort((a, b) => (columns.task[a] ?? 0) - (columns.task[b] ?? 0) || a - b);
}

function tasksOf({ data }: Facts, rows: readonly number[]): [number, number] {
  const { task } = data.table.columns;
  const [first, last] = [rows[0], rows.at(-1)];
  return first === undefined || last === undefined ? [0, 1] : [task[first] ?? 0, (task[last] ?? 0) + 1];
}
