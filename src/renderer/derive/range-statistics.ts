/** What happened in a stretch of time, exactly: computed once when a range has come to rest, in one pass a phase. */
import { INTERVALS, PHASES, type Phase } from '../../shared/phases';
import { outcomeCode, type TaskColumns } from '../../shared/telemetry';
import type { Facts } from '../store/facts';
import type { Range } from '../store/view';
import { type Histogram, histogramOf } from './histogram';
import { type LaneIndex, WORK_PARTS } from './lane-index';
import { distributionOf } from './order-statistics';
import { NO_ROW } from './row-cursor';
import { lanesInRange, rowsInRange } from './rows-in-range';
import { runExtent } from './run-extent';

/** Of whole phases, also where they reach beyond the range; of tasks whose phase has ended. */
export interface PhaseStatistics {
  readonly phase: Phase;
  readonly count: number;
  readonly totalNs: number;
  readonly meanNs: number;
  readonly p50Ns: number;
  readonly p95Ns: number;
  readonly maxNs: number;
}

export interface RangeStatistics {
  /** That ran in the range, at least partly. */
  readonly tasks: number;
  readonly failed: number;
  readonly lost: number;
  /** Runs that were not a task's first. */
  readonly retried: number;
  readonly argsBytes: number;
  readonly resultBytes: number;
  /** Runs that ended in the range, per second; NaN where it lies outside of the run. */
  readonly perSecond: number;
  /** Time that workers spent on loads, run and dumps, of the time that they were there; NaN where none was. */
  readonly busyShare: number;
  readonly workers: number;
  /** Phases that have ended for at least one task. */
  readonly phases: readonly PhaseStatistics[];
  readonly runTimes: Histogram;
}

const BINS = 24;

export function rangeStatistics(facts: Facts, range: Range): RangeStatistics {
  const { columns } = facts.data.table;
  const rows = rowsInRange(facts, range);
  const values = new Float64Array(rows.length);
  let runTimes: Histogram = { bins: [], log: false };
  const phases: PhaseStatistics[] = [];
  for (const phase of PHASES) {
    phaseTimes(columns, rows, phase, values);
    const { count, sum, min, max, quantiles } = distributionOf(values, rows.length, [0.5, 0.95]);
    if (phase === 'run') runTimes = histogramOf(values, rows.length, min, max, BINS);
    if (count === 0) continue;
    const [p50Ns = Number.NaN, p95Ns = Number.NaN] = quantiles;
    phases.push({ phase, count, totalNs: sum, meanNs: sum / count, p50Ns, p95Ns, maxNs: max });
  }
  return { ...counted(columns, rows), ...perTime(facts, range, rows), phases, runTimes };
}

/** Writes the length of a phase of each row; NaN where it has not ended. */
function phaseTimes(columns: TaskColumns, rows: Uint32Array, phase: Phase, into: Float64Array): void {
  const [first, ...more] = INTERVALS.filter((interval) => interval.phase === phase);
  if (first === undefined) return;
  const [second, third] = more;
  if (second === undefined || third === undefined) {
    lengthsOf(columns[first.from], columns[first.to], rows, into);
    return;
  }
  // In one pass: each column is read once from memory, and the lengths are written once.
  const [a, b, c] = [columns[first.from], columns[second.from], columns[third.from]];
  const [x, y, z] = [columns[first.to], columns[second.to], columns[third.to]];
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as number;
    into[index] =
      (x[row] as number) -
      (a[row] as number) +
      ((y[row] as number) - (b[row] as number)) +
      ((z[row] as number) - (c[row] as number));
  }
}

function lengthsOf(begins: Float64Array, ends: Float64Array, rows: Uint32Array, into: Float64Array): void {
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as number;
    into[index] = (ends[row] as number) - (begins[row] as number);
  }
}

function counted(columns: TaskColumns, rows: Uint32Array) {
  let [failed, lost, retried, argsBytes, resultBytes] = [0, 0, 0, 0, 0];
  for (const row of rows) {
    if (columns.outcome[row] === outcomeCode.failed) failed++;
    else if (columns.outcome[row] === outcomeCode.lost) lost++;
    if ((columns.attempt[row] ?? 1) > 1) retried++;
    argsBytes += columns.argsBytes[row] ?? 0;
    resultBytes += columns.resultBytes[row] ?? 0;
  }
  return { tasks: rows.length, failed, lost, retried, argsBytes, resultBytes };
}

function perTime(facts: Facts, range: Range, rows: Uint32Array) {
  const { originNs, endNs } = runExtent(facts);
  const from = Math.max(range.startNs, originNs);
  const to = Math.min(range.endNs, endNs);
  const { runEnd } = facts.data.table.columns;
  let ended = 0;
  // NaN is neither above nor below.
  for (const row of rows) if ((runEnd[row] ?? Number.NaN) < range.endNs && (runEnd[row] ?? 0) >= range.startNs) ended++;
  let [busy, there, workers] = [0, 0, 0];
  for (const lane of lanesInRange(facts, range)) {
    const life = lifeIn(facts, lane.worker, from, to);
    if (life <= 0) continue;
    workers++;
    there += life;
    busy += busyIn(facts, lane, from, to);
  }
  return {
    perSecond: to > from ? ended / ((to - from) / 1e9) : Number.NaN,
    busyShare: there > 0 ? Math.min(1, busy / there) : Number.NaN,
    workers,
  };
}

/** Until when a worker lives, as far as is known. */
function endOf({ data, now }: Facts, worker: number): number {
  return data.workers[worker]?.exit?.at ?? now;
}

function lifeIn(facts: Facts, worker: number, from: number, to: number): number {
  const ready = facts.data.workers[worker]?.readyAt ?? Number.POSITIVE_INFINITY;
  return Math.min(to, endOf(facts, worker)) - Math.max(from, ready);
}

function busyIn(facts: Facts, lane: LaneIndex, from: number, to: number): number {
  const current = lane.current();
  const under =
    current === NO_ROW ? 0 : Math.min(to, endOf(facts, lane.worker)) - Math.max(from, lane.beginOf(current));
  return workUntil(lane, to) - workUntil(lane, from) + Math.max(0, under);
}

const until = new Float64Array(Object.keys(WORK_PARTS).length);

function workUntil({ work }: LaneIndex, atNs: number): number {
  work.timeUntil(atNs, until);
  return until.reduce((sum, part) => sum + part, 0);
}
